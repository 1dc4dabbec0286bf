import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../../../ui'
import './CouponCard.scss'

export interface CouponCardProps {
  coupon: { benefit: string; name: string; note: string }
  /** How long; beside it what is to be noticed. */
  foot?: ReactNode
  /** Nothing comes of it any more. */
  over?: boolean
  /** On the right: what can be done with it. */
  children?: ReactNode
}

/** A coupon: what it takes off, for what, how long. */
export function CouponCard({ coupon, foot, over, children }: CouponCardProps) {
  return (
    <View className={classNames('x-card coupon-card', over && 'coupon-card--over')}>
      <View className="coupon-card__words">
        <Text className="coupon-card__benefit">{coupon.benefit}</Text>
        <Text className="coupon-card__name">{coupon.name}</Text>
        {coupon.note && <Text className="coupon-card__note">{coupon.note}</Text>}
        {foot && <View className="coupon-card__foot">{foot}</View>}
      </View>
      {children && <View className="coupon-card__side">{children}</View>}
    </View>
  )
}
