import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, classNames, FixedBar, Price } from '../../../ui'
import './CheckoutBar.scss'

export interface CheckoutBarProps {
  /** fen */
  total: number
  /** The total is for what was chosen before. */
  old: boolean
  submitting: boolean
  onSubmit: () => void
}

/** What it costs, and 提交订单. */
export function CheckoutBar({ total, old, submitting, onSubmit }: CheckoutBarProps) {
  const { t } = useLocale()
  return (
    <FixedBar>
      <View className={classNames('checkout-bar__sum', old && 'checkout-bar__sum--old')}>
        <Text className="checkout-bar__label">{t('checkout.toPay')}</Text>
        <Price exact fen={total} size="large" tone="accent" />
      </View>
      <Button className="checkout-bar__submit" loading={submitting} disabled={old && !submitting} onClick={onSubmit}>
        {t(submitting ? 'checkout.submitting' : 'checkout.submit')}
      </Button>
    </FixedBar>
  )
}
