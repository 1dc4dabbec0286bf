import { Text, View } from '@tarojs/components'
import type { ReviewSummary } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Stars } from '../../../ui'
import './RatingSummary.scss'

/** All reviews in one line: how good, and of how many. */
export function RatingSummary({ summary: { count, average } }: { summary: ReviewSummary }) {
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
    </View>
  )
}
