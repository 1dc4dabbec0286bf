import { Text, View } from '@tarojs/components'
import type { ReviewSummary } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Stars } from '../../../ui'
import './RatingSummary.scss'

export interface RatingSummaryProps {
  summary: ReviewSummary
  /** Per cent; where it is known. */
  goodRate?: number | null
}

/** All reviews in one line: how good, and of how many. */
export function RatingSummary({ summary: { count, average }, goodRate = null }: RatingSummaryProps) {
  const { t } = useLocale()
  if (average === null) return null
  return (
    <View className="rating-summary">
      <Text className="rating-summary__average" ariaHidden>
        {average.toFixed(1)}
      </Text>
      <View className="rating-summary__words">
        <Stars stars={average} size="medium" />
        <Text className="rating-summary__count">{t('reviews.count', { count })}</Text>
      </View>
      {goodRate !== null && <Text className="rating-summary__rate">{t('reviews.goodRate', { rate: goodRate })}</Text>}
    </View>
  )
}
