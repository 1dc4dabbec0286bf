import { Input, Text, View } from '@tarojs/components'
import type { FapiaoRequest, Quote } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Cell, CellGroup } from '../../../ui'
import { fapiaoWords } from '../../orders/order-words'
import './CheckoutRows.scss'

export interface CheckoutRowsProps {
  quote: Quote
  fapiao: FapiaoRequest | null
  onFapiao: () => void
  remark: string
  onRemark: (remark: string) => void
}

const REMARK_LENGTH = 200

/** Delivery, fapiao and remark: a row each. */
export function CheckoutRows({ quote, fapiao, onFapiao, remark, onRemark }: CheckoutRowsProps) {
  const { t } = useLocale()
  const promise = quote.shipsWithinHours === null ? null : t('checkout.shipsWithin', { hours: quote.shipsWithinHours })
  return (
    <CellGroup className="checkout-rows">
      <Cell title={t('checkout.delivery')} value={[t('checkout.express'), promise].filter(Boolean).join(' · ')} />
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
