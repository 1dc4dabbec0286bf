import type { MapProps } from '@tarojs/components'
import type { MapMark } from '../../features/stores/map-marks'
import type { Translate } from '../../i18n'
import { dark, light } from '../../ui/tokens/palette'
import type { Theme } from '../../wechat/theme'

type Pin = MapProps.marker

/** px; the pictures are drawn by scripts/make-map-pins.ts. */
const SINGLE = { width: 28, height: 36 }
const CHOSEN = { width: 35, height: 45 }
const GROUP = 40

/**
 * What `<map>` is told of the marks: a store has its name in a callout, open where it is chosen; several share a disc with their number.
 * A marker's id is its place in the list. No stylesheet reaches a map, so that the colours are the tokens' own values.
 */
export function pinsOf(marks: readonly MapMark[], chosen: string | undefined, theme: Theme, t: Translate): Pin[] {
  const colours = theme === 'dark' ? dark : light
  return marks.map(({ stores, location: { latitude, longitude } }, id): Pin => {
    const [store] = stores
    const place = { id, latitude, longitude }
    if (stores.length > 1 || !store) {
      const count = String(stores.length)
      return {
        ...place,
        iconPath: `/stores/assets/group-${theme}.png`,
        width: GROUP,
        height: GROUP,
        anchor: { x: 0.5, y: 0.5 },
        ariaLabel: t('locator.group', { count: stores.length }),
        label: {
          ...plain,
          content: count,
          color: colours['on-accent'],
          fontSize: 15,
          anchorX: -4.5 * count.length,
          anchorY: -10,
        },
      }
    }
    const isChosen = store.id === chosen
    return {
      ...place,
      ...(isChosen ? CHOSEN : SINGLE),
      iconPath: `/stores/assets/pin${isChosen ? '-chosen' : ''}-${theme}.png`,
      zIndex: isChosen ? 2 : 1,
      title: store.name,
      ariaLabel: t('locator.show', { name: store.name }),
      callout: {
        ...plain,
        content: store.name,
        color: colours.ink,
        bgColor: colours.raised,
        fontSize: 13,
        borderRadius: 8,
        padding: 8,
        anchorX: 0,
        anchorY: 0,
        display: isChosen ? 'ALWAYS' : 'BYCLICK',
      },
    }
  })
}

const plain = {
  borderWidth: 0,
  borderColor: '',
  borderRadius: 0,
  bgColor: '',
  padding: 0,
  textAlign: 'center' as const,
}
