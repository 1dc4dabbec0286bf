import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle, useTabNames } from '../../app-shell'
import { useCart, useCartBadge } from '../../features/cart'
import { CartBar, EditBar } from '../../features/cart/cart-bar/CartBar'
import { allChoice } from '../../features/cart/cart-change'
import { CartLines } from '../../features/cart/cart-lines/CartLines'
import { CartNotice } from '../../features/cart/cart-notice/CartNotice'
import { CartSkeleton } from '../../features/cart/cart-skeleton/CartSkeleton'
import { CouponHint } from '../../features/cart/coupon-hint/CouponHint'
import { EmptyCart } from '../../features/cart/empty-cart/EmptyCart'
import { useCartEditing } from '../../features/cart/use-cart-editing'
import { useCheckoutStart } from '../../features/cart/use-checkout-start'
import { useSkuChange } from '../../features/cart/use-sku-change'
import { SkuSheet } from '../../features/sku'
import { useLocale } from '../../i18n'
import { PageState } from '../../ui'
import { usePullToRefresh } from '../../wechat'

function CartPage() {
  const { t } = useLocale()
  usePageTitle(t('cart.title'))
  useTabNames()
  useCartBadge()

  const actions = useCart()
  const { cart, error, updating, refresh } = actions
  const edit = useCartEditing(cart, actions.remove)
  const sku = useSkuChange(actions.changeSku)
  const checkout = useCheckoutStart(actions)
  usePullToRefresh(refresh)
  useDidShow(() => void refresh())

  if (!cart) return <PageState error={error} onRetry={refresh} skeleton={<CartSkeleton />} />
  if (cart.lines.length === 0)
    return (
      <View className="x-page">
        <EmptyCart />
      </View>
    )

  const all = allChoice(cart.lines)
  return (
    <View className="x-page">
      <CartNotice cart={cart} editing={edit.editing} onEdit={edit.setEditing} />
      <CouponHint cart={cart} updating={updating} />
      <CartLines cart={cart} actions={actions} edit={edit} onChangeSku={sku.begin} />
      {edit.editing ? (
        <EditBar
          allChosen={edit.allChosen}
          onChooseAll={edit.markAll}
          count={edit.chosen.length}
          onKeep={() => void edit.keepChosen()}
          onRemove={() => void edit.removeChosen()}
        />
      ) : (
        <CartBar
          allChosen={all.chosen}
          onChooseAll={(chosen) => void actions.select(chosen ? all.lineIds : 'all', chosen)}
          subtotal={cart.subtotal}
          saved={cart.saved}
          count={cart.selectedCount}
          updating={updating}
          leaving={checkout.leaving}
          onCheckout={() => void checkout.start(cart)}
        />
      )}
      {sku.line && sku.product && (
        <SkuSheet
          product={sku.product}
          open={sku.open}
          mode="choose"
          initialSkuId={sku.line.skuId}
          initialQuantity={sku.line.quantity}
          onClose={sku.close}
          onConfirm={(_action, skuId) => void sku.choose(skuId)}
        />
      )}
    </View>
  )
}

export default page(CartPage)
