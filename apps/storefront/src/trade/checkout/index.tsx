import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { AddressCard } from '../../features/checkout/address-card/AddressCard'
import { AddressSkeleton } from '../../features/checkout/address-card/AddressSkeleton'
import type { Apart } from '../../features/checkout/apart'
import { ApartGoods } from '../../features/checkout/apart-goods/ApartGoods'
import { CheckoutBar } from '../../features/checkout/checkout-bar/CheckoutBar'
import { CheckoutGoods } from '../../features/checkout/checkout-goods/CheckoutGoods'
import { CheckoutRows } from '../../features/checkout/checkout-rows/CheckoutRows'
import { CheckoutSkeleton } from '../../features/checkout/checkout-skeleton/CheckoutSkeleton'
import { CouponSheet } from '../../features/checkout/coupon-sheet/CouponSheet'
import { DeliverySwitch } from '../../features/checkout/delivery-switch/DeliverySwitch'
import { PickupCard } from '../../features/checkout/pickup-card/PickupCard'
import { sourceOf } from '../../features/checkout/purchase-source'
import { StoreSheet } from '../../features/checkout/store-sheet/StoreSheet'
import { useCheckout } from '../../features/checkout/use-checkout'
import { feeReason, placeWords } from '../../features/delivery/delivery-words'
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

  const parameters = useRouteParameters('checkout')
  const [source] = useState(sourceOf(parameters))
  const checkout = useCheckout(source, parameters.way === 'pickup')
  const [asksCoupon, setAsksCoupon] = useState(false)
  const [asksFapiao, setAsksFapiao] = useState(false)
  const [asksStore, setAsksStore] = useState(false)
  const { quote, error, address, fapiao, pickup, together } = checkout
  const { stores } = checkout.pickupStores
  /** From what stands apart to where it can be had. */
  const otherWay = (some: Apart) => {
    if (some.because === 'unsent') checkout.chooseAddress()
    else if (some.because === 'not_here') setAsksStore(true)
    else checkout.toStore(some)
  }

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
        <PickupCard
          pickup={pickup}
          desk={checkout.pickupStores}
          goods={quote?.lines ?? []}
          onChoose={() => setAsksStore(true)}
        />
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
          {together.length > 0 && <CheckoutGoods lines={together} blocked={checkout.blocked} source={source} />}
          {checkout.apart.map((some) => (
            <ApartGoods
              key={some.because}
              apart={some}
              place={address ? placeWords(address) : ''}
              nowhere={stores?.every(({ has }) => has !== 'all') ?? false}
              canTakeOut={checkout.canTakeOut(some)}
              takingOut={checkout.takingOut === some.because}
              onTakeOut={() => checkout.takeOut(some)}
              onOther={() => otherWay(some)}
            />
          ))}
          <CheckoutRows
            quote={quote}
            pickup={pickup.wanted}
            choice={{ usable: checkout.fitting.usable.length, preselected: checkout.coupons.preselected }}
            onCoupon={() => setAsksCoupon(true)}
            fapiao={fapiao}
            onFapiao={() => setAsksFapiao(true)}
            remark={checkout.remark}
            onRemark={checkout.setRemark}
          />
          <View className="x-card checkout-page__amounts">
            <AmountList
              amounts={quote.amounts}
              coupons={quote.coupons}
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
            desk={checkout.coupons}
            fitting={checkout.fitting}
            onClose={() => setAsksCoupon(false)}
          />
        </>
      ) : (
        <CheckoutSkeleton />
      )}
      <StoreSheet
        open={asksStore}
        desk={checkout.pickupStores}
        goods={quote?.lines ?? []}
        onClose={() => setAsksStore(false)}
      />
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
