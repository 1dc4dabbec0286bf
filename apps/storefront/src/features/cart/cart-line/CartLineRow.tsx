import { Text, View } from '@tarojs/components'
import type { CartLine } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Checkbox, classNames, Icon, Picture, Price, priceText, Stepper } from '../../../ui'
import { isBuyable, isGone, isPickupOnly, mostOf } from '../cart-change'
import { fewLeft } from '../line-limit'
import { useSwipe } from '../use-swipe'
import './CartLineRow.scss'

export interface CartLineRowProps {
  line: CartLine
  /** Chosen to be bought or, while the cart is edited, to be removed. */
  chosen: boolean
  editing: boolean
  /** Pushed aside, with 移入收藏 and 删除 behind it. */
  aside: boolean
  onChoose: (chosen: boolean) => void
  onPush: (aside: boolean) => void
  onQuantity: (quantity: number) => void
  onLimit: (limit: 'min' | 'max') => void
  onTakeMaximum: () => void
  onOpen: () => void
  onChangeSku: () => void
  onKeep: () => void
  onRemove: () => void
}

export function CartLineRow(props: CartLineRowProps) {
  const { line, chosen, editing, aside, onChoose, onPush, onQuantity, onLimit, onTakeMaximum } = props
  const { t } = useLocale()
  const swipe = useSwipe((way) => onPush(way === 'left'))
  const gone = isGone(line)
  const reduced = line.compareAt !== null && line.compareAt > line.unitPrice
  return (
    <View className="cart-line" {...swipe}>
      <View className={classNames('cart-line__row', aside && 'cart-line__row--aside')}>
        <Checkbox
          bare
          className="cart-line__check"
          label={t('cart.choose', { name: line.name })}
          checked={chosen}
          disabled={!editing && !isBuyable(line)}
          onChange={onChoose}
        />
        <View className={classNames('cart-line__picture', gone && 'cart-line__picture--gone')}>
          <Picture picture={line.picture} slot="thumb" shape="card" label={line.name} onClick={props.onOpen} />
          {gone && (
            <Text className="cart-line__mask">{t(line.status === 'off_sale' ? 'cart.offSale' : 'cart.soldOut')}</Text>
          )}
        </View>
        <View className="cart-line__words">
          <Text className={classNames('cart-line__name', gone && 'cart-line__name--gone')}>{line.name}</Text>
          {line.options.length > 0 && <Options line={line} fixed={gone || editing} onChange={props.onChangeSku} />}
          {isPickupOnly(line) && <Text className="cart-line__few">{t('cart.pickupOnly')}</Text>}
          {!gone && <StockNote line={line} onTakeMaximum={onTakeMaximum} />}
          {!gone && <PriceNote line={line} />}
          {!gone && (
            <View className="cart-line__foot">
              <View className="cart-line__prices">
                <Price fen={line.unitPrice} tone={reduced ? 'accent' : 'ink'} />
                {reduced && <Price fen={line.compareAt ?? 0} size="small" tone="line" />}
              </View>
              <View className="cart-line__stepper">
                <Stepper
                  value={line.quantity}
                  max={mostOf(line)}
                  label={line.name}
                  onChange={onQuantity}
                  onLimit={onLimit}
                />
              </View>
            </View>
          )}
        </View>
      </View>
      <View
        className={classNames('cart-line__keep', aside && 'cart-line__keep--shown')}
        ariaRole="button"
        ariaLabel={`${t('kept.move')} ${line.name}`}
        ariaHidden={!aside || undefined}
        onClick={props.onKeep}
      >
        <Text>{t('kept.move')}</Text>
      </View>
      <View
        className={classNames('cart-line__remove', aside && 'cart-line__remove--shown')}
        ariaRole="button"
        ariaLabel={t('cart.removeNamed', { name: line.name })}
        ariaHidden={!aside || undefined}
        onClick={props.onRemove}
      >
        <Text>{t('cart.remove')}</Text>
      </View>
    </View>
  )
}

function Options({ line, fixed, onChange }: { line: CartLine; fixed: boolean; onChange: () => void }) {
  const { t } = useLocale()
  const words = line.options.join(' · ')
  if (fixed) return <Text className="cart-line__options cart-line__options--fixed">{words}</Text>
  return (
    <View
      className="cart-line__change"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={t('cart.changeOptions', { options: words })}
      onClick={onChange}
    >
      <View className="cart-line__options">
        <Text className="cart-line__option-words">{words}</Text>
        <Icon name="chevron-down" size={16} />
      </View>
    </View>
  )
}

function StockNote({ line, onTakeMaximum }: { line: CartLine; onTakeMaximum: () => void }) {
  const { t } = useLocale()
  if (line.quantity > mostOf(line))
    return (
      <View className="cart-line__short">
        <Text className="cart-line__few">{t('cart.onlySoMany', { count: mostOf(line) })}</Text>
        <Button kind="soft" size="small" onClick={onTakeMaximum}>
          {t('cart.setTo', { count: mostOf(line) })}
        </Button>
      </View>
    )
  const left = fewLeft(line)
  return left === null ? null : <Text className="cart-line__few">{t('cart.few', { count: left })}</Text>
}

/** That it costs something else than when it was put in. */
function PriceNote({ line: { unitPrice, priceWhenAdded = unitPrice } }: { line: CartLine }) {
  const { t } = useLocale()
  if (unitPrice === priceWhenAdded) return null
  const price = priceText(Math.abs(priceWhenAdded - unitPrice))
  const cheaper = unitPrice < priceWhenAdded
  return (
    <Text className={classNames('cart-line__few', cheaper && 'cart-line__few--good')}>
      {t(cheaper ? 'cart.cheaper' : 'cart.dearer', { price })}
    </Text>
  )
}
