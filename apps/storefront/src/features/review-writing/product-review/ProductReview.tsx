import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon, Picture } from '../../../ui'
import { TextBox } from '../../../ui/text-box/TextBox'
import type { PicturesState } from '../../uploads'
import { DraftPictures } from '../DraftPictures'
import { type Draft, type DraftProblem, LONGEST_TEXT, type Reviewable } from '../review-draft'
import { StarChoice } from '../star-choice/StarChoice'
import { TagChoice } from '../tag-choice/TagChoice'
import type { SentReview } from '../use-review-form'
import './ProductReview.scss'

export interface ProductReviewProps {
  product: Reviewable
  draft: Draft
  problem: DraftProblem | null
  /** Undefined while it is being written. */
  sent: SentReview | undefined
  /** Whether the shop keeps tags and pictures. */
  extras: boolean
  onChange: (changed: Partial<Draft>) => void
  onPictures: (state: PicturesState) => void
}

/** One product: its stars and what there is to say, or that it was said. */
export function ProductReview({ product, draft, problem, sent, extras, onChange, onPictures }: ProductReviewProps) {
  const { t } = useLocale()
  const { name, picture, options } = product
  return (
    <View className="x-card product-review">
      <View className="product-review__head">
        <Picture className="product-review__picture" picture={picture} slot="thumb" shape="small" label="" />
        <View className="product-review__words">
          <Text className="product-review__name">{name}</Text>
          {options.length > 0 && <Text className="product-review__options">{options.join(' / ')}</Text>}
        </View>
      </View>
      {sent ? (
        <View className="product-review__sent" ariaLive="polite">
          <Icon name="check" size={16} />
          <Text className="product-review__sent-words">{t(`review.sent_${sent}`)}</Text>
        </View>
      ) : (
        <>
          <StarChoice
            stars={draft.stars}
            label={t('review.rate', { name })}
            onChange={(stars) => onChange({ stars })}
          />
          {problem === 'stars' && (
            <Text className="product-review__problem" ariaLive="polite">
              {t('review.starsMissing')}
            </Text>
          )}
          {extras && (
            <TagChoice
              stars={draft.stars}
              chosen={draft.tags}
              label={t('review.tags', { name })}
              onChange={(tags) => onChange({ tags })}
            />
          )}
          <TextBox
            label={t('review.text', { name })}
            value={draft.text}
            placeholder={t('review.textHint')}
            maxLength={LONGEST_TEXT}
            error={problem === 'text' ? t('review.textMissing') : null}
            onChange={(text) => onChange({ text })}
          />
          {extras && (
            <View className="product-review__pictures">
              <DraftPictures
                kept={draft.pictures}
                label={t('review.pictures', { name })}
                onChange={(pictures, state) => {
                  onChange({ pictures })
                  onPictures(state)
                }}
              />
            </View>
          )}
        </>
      )}
    </View>
  )
}
