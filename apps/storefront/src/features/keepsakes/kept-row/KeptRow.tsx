import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Checkbox, classNames, Picture, Price, priceText } from '../../../ui'
import { open } from '../../../wechat'
import type { KeptRowFacts } from '../row-facts'
import './KeptRow.scss'

export interface KeptRowProps {
  row: KeptRowFacts
  /** While the list is edited a tap chooses; otherwise it opens the product. */
  choice?: { chosen: boolean; onChoose: (chosen: boolean) => void }
}

const STATE_WORDS = {
  on_sale: null,
  pickup_only: 'product.tagPickupOnly',
  sold_out: 'cart.soldOut',
  off_sale: 'cart.offSale',
} as const

/** A kept product: picture, name, and the price of now, or why it cannot be bought. */
export function KeptRow({ row: { id, name, picture, price, state }, choice }: KeptRowProps) {
  const { t } = useLocale()
  const reason = STATE_WORDS[state] && t(STATE_WORDS[state])
  const canBeHad = state === 'on_sale' || state === 'pickup_only'
  const title = name || t('kept.nameless')
  const gone = state === 'off_sale'
  const onClick = choice ? () => choice.onChoose(!choice.chosen) : gone ? undefined : () => void open('product', { id })
  return (
    <View className="kept-row">
      {choice && (
        <Checkbox
          bare
          className="kept-row__check"
          label={t('cart.choose', { name: title })}
          checked={choice.chosen}
          onChange={choice.onChoose}
        />
      )}
      <View
        className={classNames('kept-row__product', !canBeHad && 'kept-row__product--grey')}
        hoverClass={onClick ? 'x-pressed' : 'none'}
        ariaRole={onClick && !choice ? 'button' : undefined}
        ariaLabel={
          onClick && !choice ? [title, price && priceText(price.from), reason].filter(Boolean).join(' ') : undefined
        }
        onClick={onClick}
      >
        <View className="kept-row__picture">
          <Picture picture={picture} slot="thumb" shape="card" label="" />
        </View>
        <View className="kept-row__words">
          <Text className="kept-row__name">{title}</Text>
          <View className="kept-row__foot">
            {price && (
              <Price
                fen={price.from}
                from={price.from !== price.to}
                tone={!canBeHad ? 'quiet' : price.compareAt === null ? 'ink' : 'accent'}
              />
            )}
            {price && price.compareAt !== null && !reason && <Price fen={price.compareAt} size="small" tone="line" />}
            {reason && <Text className="kept-row__reason">{reason}</Text>}
          </View>
        </View>
      </View>
    </View>
  )
}
