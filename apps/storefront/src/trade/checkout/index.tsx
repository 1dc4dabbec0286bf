import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { AddressCard } from '../../features/checkout/address-card/AddressCard'
import { AddressSkeleton } from '../../features/checkout/address-card/AddressSkeleton'
import { CheckoutBar } from '../../features/checkout/checkout-bar/CheckoutBar'
import { CheckoutGoods } from '../../features/checkout/checkout-goods/CheckoutGoods'
import { CheckoutRows } from '../../features/checkout/checkout-rows/CheckoutRows'
import { CheckoutSkeleton } from '../../features/checkout/checkout-skeleton/CheckoutSkeleton'
import { CouponSheet } from '../../features/checkout/coupon-sheet/CouponSheet'
import { DeliverySwitch } from '../../features/checkout/delivery-switch/DeliverySwitch'
import { PickupCard } from '../../features/checkout/pickup-card/PickupCard'
import { sourceOf } from '../../features/checkout/purchase-source'
import { StoreSheet } from '../../features/checkout/store-sheet/StoreSheet'
import { UnsentGoods } from '../../features/checkout/unsent-goods/UnsentGoods'
import { useCheckout } from '../../features/checkout/use-checkout'
import { feeReason } from '../../features/delivery/delivery-words'
import { FapiaoSheet } from '../../features/fapiao/fapiao-sheet/FapiaoSheet'
import { AmountList } from '../../features/orders/amount-list/AmountList'
import { useLocale } from '../../i18n'
import { EmptyState, Icon, PageState } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

function CheckoutPage() {
  const { t } = useLocale()
  usePageTitle(t('checkout.title'))

  const [source] = useState(sourceOf(useRouteParameters('checkout')))
  const checkout = useCheckout(source)
  const [asksCoupon, setAsksCoupon] = useState(false)
  const [asksFapiao, setAsksFapiao] = useState(false)
  const [asksStore, setAsksStore] = useState(false)
  const { quote, error, address, fapiao, pickup, unsent } = checkout
  const sent = quote?.lines.filter((line) => !unsent.lines.includes(line)) ?? []

  if (error) return <PageState error={error} onRetry={checkout.retry} skeleton={null} />
  if (quote?.problems.includes('nothing_to_buy'))
    return (
      <View className="x-page">
        <EmptyState
          icon="shopping-bag"
          title={t('checkout.empty')}
          hint={t('checkout.emptyHint')}
          action={{ label: t('common.tabCart'), onClick: () => void open('cart') }}
          second={{ label: t('checkout.seeOrders'), onClick: () => void replace('orders', {}) }}
        />
      </View>
    )
  return (
    <View className="x-page checkout-page">
      {checkout.notice && (
        <View className="checkout-page__notice" ariaRole="alert" ariaLive="assertive">
          <Icon name="info" size={16} />
          <Text className="checkout-page__notice-words">{t(checkout.notice)}</Text>
        </View>
      )}
      <DeliverySwitch pickup={pickup.wanted} onChange={pickup.want} />
      {pickup.wanted ? (
        <PickupCard pickup={pickup} desk={checkout.pickupStores} onChoose={() => setAsksStore(true)} />
      ) : checkout.settling ? (
        <AddressSkeleton />
      ) : (
        <AddressCard
          address={address}
          undeliverable={checkout.undeliverable}
          onChoose={checkout.chooseAddress}
          onWrite={checkout.writeAddress}
        />
      )}
      {quote ? (
        <>
          {sent.length > 0 && (
            <CheckoutGoods
              lines={sent}
              refused={checkout.refused}
              blocked={checkout.blocked}
              source={source}
              pickup={pickup.wanted}
            />
          )}
          {unsent.lines.length > 0 && address && (
            <UnsentGoods
              unsent={unsent}
              address={address}
              onTakeOut={checkout.takeOut}
              onAddress={checkout.chooseAddress}
            />
          )}
          <CheckoutRows
            quote={quote}
            pickup={pickup.wanted}
            choice={{ usable: checkout.fitting.usable.length, preselected: checkout.coupon.preselected }}
            onCoupon={() => setAsksCoupon(true)}
            fapiao={fapiao}
            onFapiao={() => setAsksFapiao(true)}
            remark={checkout.remark}
            onRemark={checkout.setRemark}
          />
          <View className="x-card checkout-page__amounts">
            <AmountList
              amounts={quote.amounts}
              coupon={quote.coupon}
              shippingNote={feeReason(quote, t)}
              totalLabel={t('checkout.total')}
            />
          </View>
          <CheckoutBar
            total={quote.amounts.total}
            old={checkout.old}
            submitting={checkout.submitting}
            onSubmit={checkout.submit}
          />
          <CouponSheet
            open={asksCoupon}
            quote={quote}
            desk={checkout.coupon}
            fitting={checkout.fitting}
            onClose={() => setAsksCoupon(false)}
          />
        </>
      ) : (
        <CheckoutSkeleton />
      )}
      <StoreSheet open={asksStore} desk={checkout.pickupStores} onClose={() => setAsksStore(false)} />
      <FapiaoSheet
        open={asksFapiao}
        fapiao={fapiao}
        purpose="checkout"
        onClose={() => setAsksFapiao(false)}
        onDone={(asked) => {
          checkout.setFapiao(asked)
          setAsksFapiao(false)
        }}
      />
    </View>
  )
}

export default page(CheckoutPage)
