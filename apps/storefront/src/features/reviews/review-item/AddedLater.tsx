import { Text, View } from '@tarojs/components'
import type { FollowUp } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { ReviewPictures } from './ReviewPictures'
import { ShopReply } from './ShopReply'

/** What the buyer had to add, and how long after. */
export function AddedLater({ followUp: { text, pictures, days, reply } }: { followUp: FollowUp }) {
  const { t } = useLocale()
  return (
    <View className="review-item__added">
      <Text className="review-item__when">
        {days === 0 ? t('reviews.sameDay') : t('reviews.daysLater', { count: days })}
      </Text>
      <Text className="review-item__text">{text}</Text>
      {pictures.length > 0 && <ReviewPictures pictures={pictures} />}
      {reply !== null && <ShopReply reply={reply} />}
    </View>
  )
}
