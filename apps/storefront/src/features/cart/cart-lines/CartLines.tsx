import { Text, View } from '@tarojs/components'
import type { Cart, CartLine } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { confirm, open } from '../../../wechat'
import { isGone, mostOf } from '../cart-change'
import { CartLineRow } from '../cart-line/CartLineRow'
import type { useCart } from '../use-cart'
import type { useCartEditing } from '../use-cart-editing'
import { useLineActions } from '../use-line-actions'
import './CartLines.scss'

export interface CartLinesProps {
  cart: Cart
  actions: ReturnType<typeof useCart>
  edit: ReturnType<typeof useCartEditing>
  onChangeSku: (line: CartLine) => void
}

/** What is in the cart: first what can be bought, or could be with another quantity; then, apart, what cannot. */
export function CartLines({ cart, actions, edit, onChangeSku }: CartLinesProps) {
  const { t } = useLocale()
  const { onLimit, onKeep } = useLineActions(actions)
  /** The one row that is pushed aside. */
  const [aside, setAside] = useState<string | null>(null)
  const gone = cart.lines.filter(isGone)

  async function clear() {
    const question = { title: t('cart.clearAsk'), confirm: t('cart.clear'), cancel: t('common.cancel') }
    // By their ids: what a store still has is not among them.
    if (await confirm(question)) await actions.remove(gone.map(({ id }) => id))
  }
  const row = (line: CartLine) => (
    <CartLineRow
      key={line.id}
      line={line}
      chosen={edit.editing ? edit.chosen.includes(line.id) : line.selected}
      editing={edit.editing}
      aside={aside === line.id && !edit.editing}
      onChoose={(chosen) => (edit.editing ? edit.mark(line.id, chosen) : void actions.select([line.id], chosen))}
      onPush={(push) => setAside(push ? line.id : null)}
      onQuantity={(quantity) => void actions.setQuantity(line.id, quantity)}
      onLimit={(limit) => onLimit(line, limit)}
      onTakeMaximum={() => void actions.setQuantity(line.id, mostOf(line))}
      onOpen={() => void open('product', { id: line.productId })}
      onChangeSku={() => {
        setAside(null)
        onChangeSku(line)
      }}
      onKeep={() => {
        setAside(null)
        void onKeep(line)
      }}
      onRemove={() => void actions.remove([line.id])}
    />
  )

  return (
    <>
      <View className="cart-lines">{cart.lines.filter((line) => !isGone(line)).map(row)}</View>
      {gone.length > 0 && (
        <View className="cart-lines cart-lines--gone">
          <View className="cart-lines__head">
            <Text className="cart-lines__title">{t('cart.gone')}</Text>
            <Button kind="plain" size="small" onClick={() => void clear()}>
              {t('cart.clear')}
            </Button>
          </View>
          {gone.map(row)}
        </View>
      )}
    </>
  )
}
