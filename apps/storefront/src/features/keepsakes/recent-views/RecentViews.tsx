import { ScrollView, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { open } from '../../../wechat'
import { useViewLog } from '../view-desk'
import { nameOf } from '../view-log'
import './RecentViews.scss'

const SHOWN = 12

/** What was looked at on this phone lately, without the product one is looking at. No prices: they may have changed since. */
export function RecentViews({ except }: { except: string }) {
  const { locale, t } = useLocale()
  const log = useViewLog((state) => state.log)
  const others = log.filter(({ id }) => id !== except).slice(0, SHOWN)
  if (others.length === 0) return null
  return (
    <View className="recent-views">
      <Text className="recent-views__title">{t('kept.recent')}</Text>
      <ScrollView scrollX enhanced showScrollbar={false} className="recent-views__scroll">
        <View className="recent-views__goods">
          {others.map((viewed) => (
            <View
              key={viewed.id}
              className="recent-views__one"
              hoverClass="x-pressed"
              ariaRole="button"
              ariaLabel={nameOf(viewed, locale)}
              onClick={() => void open('product', { id: viewed.id })}
            >
              <Picture picture={viewed.picture} slot="thumb" shape="card" label="" />
              <Text className="recent-views__name">{nameOf(viewed, locale)}</Text>
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}
