import { Text, View } from '@tarojs/components'
import type { Review } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { classNames, Stars } from '../../../ui'
import { shopTime } from '../../orders/date-words'
import { AddedLater } from './AddedLater'
import { ReviewPictures } from './ReviewPictures'
import { ShopReply } from './ShopReply'
import './ReviewItem.scss'

export interface ReviewItemProps {
  review: Review
  /** `quote`: who, how good, and the first lines of it. */
  size?: 'whole' | 'quote'
}

/** What one buyer says. */
export function ReviewItem({ review, size = 'whole' }: ReviewItemProps) {
  const { t } = useLocale()
  const { nickname, stars, text, options, tags, pictures, createdAt, reply, followUp } = review
  const whole = size === 'whole'
  return (
    <View className={classNames('review-item', `review-item--${size}`)}>
      <View className="review-item__head">
        <Text className="review-item__who">{nickname ?? t('reviews.anonymous')}</Text>
        <Stars stars={stars} className="review-item__stars" />
        {whole && <Text className="review-item__date">{shopTime(createdAt).slice(0, 10)}</Text>}
      </View>
      {text !== '' && <Text className="review-item__text">{text}</Text>}
      {whole && tags.length > 0 && (
        <Text className="review-item__tags">{tags.map((tag) => t(`reviewTags.${tag}`)).join(' · ')}</Text>
      )}
      {whole && pictures.length > 0 && <ReviewPictures pictures={pictures} />}
      {whole && options.length > 0 && (
        <Text className="review-item__options">{t('reviews.bought', { options: options.join(' · ') })}</Text>
      )}
      {whole && reply !== null && <ShopReply reply={reply} />}
      {whole && followUp && <AddedLater followUp={followUp} />}
    </View>
  )
}
