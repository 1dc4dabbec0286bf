import { Text, Textarea, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon, Picture } from '../../../ui'
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
  const wrong = problem && t(problem === 'stars' ? 'review.starsMissing' : 'review.textMissing')
  const said = t('review.text', { name })
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
          {extras && (
            <TagChoice
              stars={draft.stars}
              chosen={draft.tags}
              label={t('review.tags', { name })}
              onChange={(tags) => onChange({ tags })}
            />
          )}
          <View className={classNames('product-review__box', problem === 'text' && 'product-review__box--wrong')}>
            <Textarea
              className="product-review__text"
              placeholderClass="product-review__hint"
              value={draft.text}
              placeholder={t('review.textHint')}
              ariaLabel={wrong ? `${said} ${wrong}` : said}
              maxlength={LONGEST_TEXT}
              cursorSpacing={120}
              onInput={(event) => onChange({ text: event.detail.value })}
            />
            <Text className="product-review__counter" ariaHidden>
              {t('review.counter', { count: draft.text.length, most: LONGEST_TEXT })}
            </Text>
          </View>
          {wrong && (
            <Text className="product-review__problem" ariaLive="polite">
              {wrong}
            </Text>
          )}
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
