import { Text } from '@tarojs/components'
import type { WalletCoupon } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Tag } from '../../../ui'
import { CouponCard } from '../coupon-card/CouponCard'
import { daysLeft, validityWords } from '../validity'

export interface WalletCardProps {
  coupon: WalletCoupon
  onUse: () => void
  /** Shows the code for the till of a shop. */
  onTill: () => void
}

/** A coupon of the shopper's, and where it can be used. */
export function WalletCard({ coupon, onUse, onTill }: WalletCardProps) {
  const { t } = useLocale()
  const { state, expiresAt, tillCode, benefit } = coupon
  const usable = state === 'usable'
  const days = usable ? daysLeft(expiresAt, Date.now()) : null
  const foot = (
    <>
      {days !== null && (
        <Tag className="coupon-card__mark" tone="warn">
          {t('wallet.daysLeft', { count: days })}
        </Tag>
      )}
      <Text>{validityWords(expiresAt, t)}</Text>
    </>
  )
  return (
    <CouponCard coupon={coupon} foot={foot} over={!usable}>
      {usable ? (
        <>
          <Button size="small" kind="outline" label={`${t('wallet.use')} ${benefit}`} onClick={onUse}>
            {t('wallet.use')}
          </Button>
          {tillCode && (
            <Button size="small" kind="plain" label={`${t('wallet.till')} ${benefit}`} onClick={onTill}>
              {t('wallet.till')}
            </Button>
          )}
        </>
      ) : (
        <Text className="coupon-card__side-words">{t(`wallet.state_${state}`)}</Text>
      )}
    </CouponCard>
  )
}
