import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLocale } from '../../../i18n'
import { classNames, Tag } from '../../../ui'
import { stackableWords } from '../stackable'
import './CouponCard.scss'

export interface CouponCardProps {
  coupon: { benefit: string; name: string; note: string; stackable: boolean }
  /** How long; beside it what is to be noticed. */
  foot?: ReactNode
  /** Nothing comes of it any more. */
  over?: boolean
  /** On the right: what can be done with it. */
  children?: ReactNode
}

/** A coupon: what it takes off, for what, whether with others, how long. */
export function CouponCard({ coupon, foot, over, children }: CouponCardProps) {
  const { t } = useLocale()
  return (
    <View className={classNames('x-card coupon-card', over && 'coupon-card--over')}>
      <View className="coupon-card__words">
        <Text className="coupon-card__benefit">{coupon.benefit}</Text>
        <Text className="coupon-card__name">{coupon.name}</Text>
        {coupon.note && <Text className="coupon-card__note">{coupon.note}</Text>}
        <View className="coupon-card__foot">
          {!over && <Tag className="coupon-card__mark">{stackableWords(coupon.stackable, t)}</Tag>}
          {foot}
        </View>
      </View>
      {children && <View className="coupon-card__side">{children}</View>}
    </View>
  )
}
