import { Text, View } from '@tarojs/components'
import type { Quote } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, Icon, priceText, Sheet, TextField } from '../../../ui'
import { CouponChoices } from '../coupon-choices/CouponChoices'
import type { useCoupon } from '../use-coupon'
import { useCouponForm } from '../use-coupon-form'
import type { useFitting } from '../use-fitting'
import './CouponSheet.scss'

export interface CouponSheetProps {
  open: boolean
  quote: Quote
  desk: ReturnType<typeof useCoupon>
  fitting: ReturnType<typeof useFitting>
  onClose: () => void
}

/** The contract takes no longer code. */
const LENGTH = 50

/** The wallet's coupons to choose from, a code to type, and what it takes off or why it does not. */
export function CouponSheet({ open, quote, desk, fitting, onClose }: CouponSheetProps) {
  const { t } = useLocale()
  const inWallet = (code: string) => [...fitting.usable, ...fitting.unusable].some((one) => one.code === code)
  const { code, problem, change, use, choose } = useCouponForm(open, desk, quote, inWallet, onClose)
  /** There is nothing to use: it counts already. */
  const inUse = quote.coupon !== null && code === desk.coupon
  /** Where there is a list, using none is one of its choices. */
  const removable = desk.coupon !== null && fitting.usable.length === 0
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('checkout.coupon')}
      footer={
        <ButtonRow>
          {removable && (
            <Button
              kind="outline"
              disabled={desk.trying && !inUse}
              loading={desk.trying && inUse}
              onClick={() => void choose(null)}
            >
              {t('checkout.couponRemove')}
            </Button>
          )}
          {!inUse && (
            <Button
              kind={fitting.usable.length > 0 ? 'outline' : 'solid'}
              loading={desk.trying}
              onClick={() => void use()}
            >
              {t('checkout.couponUse')}
            </Button>
          )}
        </ButtonRow>
      }
    >
      <CouponChoices fitting={fitting} chosen={quote.coupon && desk.coupon} onChoose={(one) => void choose(one)} />
      {quote.coupon && inUse && (
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
