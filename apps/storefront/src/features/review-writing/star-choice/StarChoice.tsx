import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon } from '../../../ui'
import './StarChoice.scss'

const STARS = [1, 2, 3, 4, 5] as const

export interface StarChoiceProps {
  /** 0: none yet. */
  stars: number
  onChange: (stars: number) => void
  /** What is rated, for a screen reader. */
  label: string
}

/** One to five stars, and in a word what that means. */
export function StarChoice({ stars, onChange, label }: StarChoiceProps) {
  const { t } = useLocale()
  const chosen = STARS.find((star) => star === stars)
  return (
    <View className="star-choice" ariaRole="radiogroup" ariaLabel={label}>
      {STARS.map((star) => (
        <View
          key={star}
          className={classNames('star-choice__star', star <= stars && 'star-choice__star--lit')}
          hoverClass="x-pressed"
          ariaRole="radio"
          ariaChecked={star === stars}
          ariaLabel={t('review.stars', { count: star })}
          onClick={() => onChange(star)}
        >
          <Icon name="star" size={32} />
          {star > stars && <Icon className="star-choice__hollow" name="star" size={24} />}
        </View>
      ))}
      {chosen && <Text className="star-choice__word">{t(`review.word_${chosen}`)}</Text>}
    </View>
  )
}
