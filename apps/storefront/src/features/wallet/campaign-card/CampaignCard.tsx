import { Text } from '@tarojs/components'
import type { Campaign } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Tag } from '../../../ui'
import { shopTime } from '../../orders/date-words'
import { CouponCard } from '../coupon-card/CouponCard'
import { fewLeft, type Offer } from '../offer'

export interface CampaignCardProps {
  campaign: Campaign
  offer: Offer
  onTake: () => void
  onUse: () => void
}

/** A coupon of the centre, and its one button. */
export function CampaignCard({ campaign, offer, onTake, onUse }: CampaignCardProps) {
  const { t } = useLocale()
  const { endsAt, benefit } = campaign
  const few = fewLeft(campaign)
  const button = (words: string, kind: 'solid' | 'outline', onClick: () => void) => (
    <Button size="small" kind={kind} label={`${words} ${benefit}`} onClick={onClick}>
      {words}
    </Button>
  )
  const foot = (endsAt || few !== null) && (
    <>
      {few !== null && (
        <Tag className="coupon-card__mark" tone="warn">
          {t('wallet.left', { count: few })}
        </Tag>
      )}
      {endsAt && <Text>{t('wallet.takeUntil', { time: shopTime(endsAt) })}</Text>}
    </>
  )
  return (
    <CouponCard coupon={campaign} foot={foot} over={offer === 'gone' || offer === 'spent'}>
      {offer === 'free' && button(t('wallet.take'), 'solid', onTake)}
      {offer === 'another' && button(t('wallet.take'), 'outline', onTake)}
      {offer === 'usable' && button(t('wallet.use'), 'outline', onUse)}
      {(offer === 'taken' || offer === 'spent' || offer === 'gone') && (
        <Text className="coupon-card__side-words" ariaLive="polite">
          {t(offer === 'gone' ? 'wallet.gone' : 'wallet.taken')}
        </Text>
      )}
    </CouponCard>
  )
}
