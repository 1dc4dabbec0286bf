import { Text, View } from '@tarojs/components'
import type { Quote } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon, priceText, Sheet, TextField } from '../../../ui'
import type { useCoupon } from '../use-coupon'
import { useCouponForm } from '../use-coupon-form'
import './CouponSheet.scss'

export interface CouponSheetProps {
  open: boolean
  quote: Quote
  desk: ReturnType<typeof useCoupon>
  onClose: () => void
}

/** The contract takes no longer code. */
const LENGTH = 50

/** A code to type, and what it takes off or why it does not. */
export function CouponSheet({ open, quote, desk, onClose }: CouponSheetProps) {
  const { t } = useLocale()
  const { code, problem, change, use, remove } = useCouponForm(open, desk, quote, onClose)
  /** There is nothing to use: it counts already. */
  const inUse = quote.coupon !== null && code === desk.coupon
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('checkout.coupon')}
      footer={
        <View className="coupon-sheet__buttons">
          {desk.coupon !== null && (
            <View className="coupon-sheet__button">
              <Button
                block
                kind="outline"
                disabled={desk.trying && !inUse}
                loading={desk.trying && inUse}
                onClick={() => void remove()}
              >
                {t('checkout.couponRemove')}
              </Button>
            </View>
          )}
          {!inUse && (
            <View className="coupon-sheet__button">
              <Button block loading={desk.trying} onClick={() => void use()}>
                {t('checkout.couponUse')}
              </Button>
            </View>
          )}
        </View>
      }
    >
      {quote.coupon && (
        <View className="coupon-sheet__counts">
          <Icon name="check" size={16} />
          <Text className="coupon-sheet__words">
            {t('checkout.couponCounts', { name: quote.coupon.name, price: priceText(quote.coupon.discount, true) })}
          </Text>
        </View>
      )}
      <TextField
        label={t('checkout.couponCode')}
        value={code}
        placeholder={t('checkout.couponHint')}
        maxLength={LENGTH}
        error={problem}
        onChange={change}
      />
    </Sheet>
  )
}
