import { Text, View } from '@tarojs/components'
import type { Quote } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, priceText, Sheet, TextField } from '../../../ui'
import { CouponChoices } from '../coupon-choices/CouponChoices'
import { areChosen, sameCode } from '../coupon-joining'
import { takenOff } from '../coupon-words'
import { useCouponForm } from '../use-coupon-form'
import type { useCoupons } from '../use-coupons'
import type { useFitting } from '../use-fitting'
import './CouponSheet.scss'

export interface CouponSheetProps {
  open: boolean
  quote: Quote
  desk: ReturnType<typeof useCoupons>
  fitting: ReturnType<typeof useFitting>
  onClose: () => void
}

/** The contract takes no longer code. */
const LENGTH = 50

/** The wallet's coupons to choose from, a code to type, what is chosen and what it takes off, or why it does not. */
export function CouponSheet({ open, quote, desk, fitting, onClose }: CouponSheetProps) {
  const { t } = useLocale()
  const inWallet = (code: string) => [...fitting.usable, ...fitting.unusable].some((one) => sameCode(one.code, code))
  const form = useCouponForm(open, desk, quote, inWallet, onClose)
  const { coupons, couponLimit } = quote
  const many = couponLimit > 1
  const listed = fitting.usable.length > 0 || coupons.length > 0
  const isBest = areChosen(fitting.best, quote)
  /** Ticks are done when the shopper says so; one of several that exclude each other is, once it is tapped. */
  const hasDone = many && listed
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('checkout.coupon')}
      footer={
        <ButtonRow>
          {(!hasDone || form.code.trim() !== '') && (
            <Button
              kind={listed ? 'outline' : 'solid'}
              loading={desk.trying}
              onClick={() => void form.use(form.instead)}
            >
              {t(form.instead ? 'checkout.couponInstead' : 'checkout.couponUse')}
            </Button>
          )}
          {hasDone && <Button onClick={onClose}>{t('checkout.done')}</Button>}
        </ButtonRow>
      }
    >
      {many && listed && (
        <View className="coupon-sheet__sum">
          <Text className="coupon-sheet__words" ariaLive="polite">
            {coupons.length > 0
              ? t('checkout.couponsChosen', { count: coupons.length, price: priceText(takenOff(quote)) })
              : t('checkout.couponsNoneChosen')}
          </Text>
          {fitting.best.length > 0 && !isBest && (
            <Button kind="plain" size="small" onClick={() => void form.all(fitting.best)}>
              {t('checkout.couponsUseBest')}
            </Button>
          )}
        </View>
      )}
      <CouponChoices fitting={fitting} quote={quote} form={form} />
      <TextField
        label={t('checkout.couponCode')}
        value={form.code}
        placeholder={t('checkout.couponHint')}
        maxLength={LENGTH}
        error={form.problem}
        onChange={form.change}
      />
    </Sheet>
  )
}
