import { Input, Text, View } from '@tarojs/components'
import type { FapiaoRequest, Quote } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Cell, CellGroup, classNames } from '../../../ui'
import { fapiaoWords } from '../../orders/order-words'
import { type Choice, couponRow } from '../coupon-words'
import './CheckoutRows.scss'

export interface CheckoutRowsProps {
  quote: Quote
  pickup: boolean
  choice: Choice
  onCoupon: () => void
  fapiao: FapiaoRequest | null
  onFapiao: () => void
  remark: string
  onRemark: (remark: string) => void
}

const REMARK_LENGTH = 200

/** Delivery, coupon, fapiao and remark: a row each. */
export function CheckoutRows({
  quote,
  pickup,
  choice,
  onCoupon,
  fapiao,
  onFapiao,
  remark,
  onRemark,
}: CheckoutRowsProps) {
  const { t } = useLocale()
  const promise = quote.shipsWithinHours === null ? null : t('checkout.shipsWithin', { hours: quote.shipsWithinHours })
  const coupon = couponRow(quote, choice, t)
  return (
    <CellGroup className="checkout-rows">
      <Cell
        title={t('checkout.delivery')}
        note={pickup ? t('pickup.next') : undefined}
        value={pickup ? t('pickup.pickup') : [t('checkout.express'), promise].filter(Boolean).join(' · ')}
      />
      <Cell
        className={classNames('checkout-rows__coupon', coupon.counts && 'checkout-rows__coupon--counts')}
        title={t('checkout.coupon')}
        note={coupon.note}
        value={coupon.value}
        valueTone={coupon.counts ? 'accent' : 'quiet'}
        onClick={onCoupon}
      />
      <Cell title={t('checkout.fapiao')} value={fapiaoWords(fapiao, t)} onClick={onFapiao} />
      <View className="checkout-rows__remark">
        <Text>{t('checkout.remark')}</Text>
        <Input
          className="checkout-rows__input"
          placeholderClass="checkout-rows__hint"
          value={remark}
          placeholder={t('checkout.remarkHint')}
          ariaLabel={t('checkout.remark')}
          maxlength={REMARK_LENGTH}
          cursorSpacing={120}
          onInput={(event) => onRemark(event.detail.value)}
        />
      </View>
    </CellGroup>
  )
}
