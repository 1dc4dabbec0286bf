import { ScrollView, Text, View } from '@tarojs/components'
import type { Campaign } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { classNames } from '../../../ui'
import { open } from '../../../wechat'
import type { Offer } from '../offer'
import { take } from '../take-desk'
import { useOffers } from '../use-offers'
import './CouponStrip.scss'

export interface CouponStripProps {
  campaigns: readonly Campaign[]
  title?: string
  className?: string
}

/** Coupons side by side, each taken where it stands. One that is taken leads to the wallet. */
export function CouponStrip({ campaigns, title, className }: CouponStripProps) {
  const offers = useOffers(campaigns)
  return (
    <View className={classNames('coupon-strip', className)}>
      {title && <Text className="coupon-strip__title">{title}</Text>}
      <ScrollView scrollX enhanced showScrollbar={false} className="coupon-strip__scroll">
        <View className="coupon-strip__row">
          {offers.map(({ campaign, offer }) => (
            <Ticket key={campaign.id} campaign={campaign} offer={offer} />
          ))}
        </View>
      </ScrollView>
    </View>
  )
}

function Ticket({ campaign, offer }: { campaign: Campaign; offer: Offer }) {
  const { t } = useLocale()
  const { benefit, name } = campaign
  const free = offer === 'free' || offer === 'another'
  const words = t(free ? 'wallet.take' : offer === 'gone' ? 'wallet.gone' : 'wallet.taken')
  return (
    <View
      className={classNames('coupon-strip__ticket', !free && 'coupon-strip__ticket--over')}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${words} ${benefit} ${name}`}
      onClick={() => void (free ? take(campaign) : open(offer === 'gone' ? 'coupons' : 'wallet'))}
    >
      <View className="coupon-strip__words">
        <Text className="coupon-strip__benefit">{benefit}</Text>
        <Text className="coupon-strip__name">{name}</Text>
      </View>
      <Text className="coupon-strip__act">{words}</Text>
    </View>
  )
}
