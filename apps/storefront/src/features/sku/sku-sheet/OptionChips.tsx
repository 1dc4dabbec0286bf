import { Text, View } from '@tarojs/components'
import type { ProductOption } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Chip, Chips } from '../../../ui'
import { toast } from '../../../wechat'
import type { SkuChoice } from '../use-sku-choice'

const WHY = { sold_out: 'sku.valueSoldOut', not_made: 'sku.valueNotMade' } as const
const SPOKEN = { pickup_only: 'sku.chipPickupOnly', sold_out: 'sku.chipSoldOut', not_made: 'sku.chipNotMade' } as const

export interface OptionChipsProps {
  option: ProductOption
  choice: SkuChoice
  /** What is sold out can be chosen all the same, because there is something to do about it. */
  soldOutToo: boolean
}

/**
 * One option's values. What cannot be had is grey, and a tap says why; a chosen value can always be cleared. What only a store has
 * says so and is chosen like any other.
 */
export function OptionChips({ option, choice, soldOutToo }: OptionChipsProps) {
  const { t } = useLocale()
  return (
    <View className="sku-sheet__option">
      <Text className="sku-sheet__option-name">{option.name}</Text>
      <Chips>
        {option.values.map(({ id, name, picture, colour }) => {
          const availability = choice.availability(option, id)
          const chosen = choice.choices[option.id] === id
          const unavailable = availability === 'sold_out' || availability === 'not_made'
          const choosable = soldOutToo && availability === 'sold_out'
          return (
            <Chip
              key={id}
              chosen={chosen}
              unavailable={unavailable && (choosable ? 'chosen' : 'told')}
              swatch={picture}
              colour={colour}
              note={availability === 'pickup_only' ? t('sku.chipPickup') : undefined}
              label={availability === 'available' ? undefined : t(SPOKEN[availability], { value: name })}
              onClick={() =>
                unavailable && !chosen && !choosable
                  ? toast(t(WHY[availability], { value: name }))
                  : choice.tap(option, id)
              }
            >
              {name}
            </Chip>
          )
        })}
      </Chips>
    </View>
  )
}
