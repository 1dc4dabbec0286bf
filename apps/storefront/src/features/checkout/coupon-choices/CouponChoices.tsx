import { Text, View } from '@tarojs/components'
import { errorSentence } from '../../../api/error-sentence'
import { useLocale } from '../../../i18n'
import { Button, Icon, priceText, Skeleton, SkeletonGroup } from '../../../ui'
import { ChoiceRow } from '../../../ui/choice-row/ChoiceRow'
import { daysLeft, validityWords } from '../../wallet/validity'
import { refusalWords } from '../coupon-words'
import type { useFitting } from '../use-fitting'
import './CouponChoices.scss'

export interface CouponChoicesProps {
  fitting: ReturnType<typeof useFitting>
  /** The code that counts; null when none does. */
  chosen: string | null
  onChoose: (code: string | null) => void
}

/** The wallet's coupons: the best first, then none, then those that do not count, each with the reason. */
export function CouponChoices({ fitting, chosen, onChoose }: CouponChoicesProps) {
  const { t } = useLocale()
  const { usable, unusable, pending, error, refit } = fitting
  const expiry = (expiresAt: string | null) => {
    const days = daysLeft(expiresAt, Date.now())
    return days === null ? validityWords(expiresAt, t) : t('wallet.daysLeft', { count: days })
  }

  if (pending)
    return (
      <SkeletonGroup className="coupon-choices">
        {[0, 1].map((row) => (
          <View key={row} className="coupon-choices__row">
            <Skeleton width="70%" />
          </View>
        ))}
      </SkeletonGroup>
    )
  if (error)
    return (
      <View className="coupon-choices__failed">
        <Text className="coupon-choices__failed-words">{errorSentence(error, t)}</Text>
        <Button kind="plain" size="small" onClick={refit}>
          {t('ui.retry')}
        </Button>
      </View>
    )
  if (usable.length + unusable.length === 0) return null
  return (
    <View className="coupon-choices">
      {usable.length > 0 && (
        <View ariaRole="radiogroup" ariaLabel={t('checkout.coupon')}>
          {usable.map(({ walletId, name, code, discount, expiresAt }) => (
            <ChoiceRow
              key={walletId}
              name={name}
              note={expiry(expiresAt)}
              off={priceText(-discount)}
              chosen={code === chosen}
              onChoose={() => onChoose(code)}
            />
          ))}
          <ChoiceRow name={t('checkout.couponNone')} chosen={chosen === null} onChoose={() => onChoose(null)} />
        </View>
      )}
      {unusable.length > 0 && <Text className="coupon-choices__head">{t('checkout.couponUnusable')}</Text>}
      {unusable.map(({ walletId, name, ...refusal }) => (
        <View key={walletId} className="coupon-choices__row coupon-choices__row--unusable">
          <Icon name="info" size={16} />
          <View className="coupon-choices__words coupon-choices__words--reason">
            <Text className="coupon-choices__name">{name}</Text>
            <Text className="coupon-choices__note">{refusalWords(refusal, fitting.couponLimit, t)}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
