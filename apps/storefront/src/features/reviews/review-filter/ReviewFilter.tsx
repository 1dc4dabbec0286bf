import { View } from '@tarojs/components'
import type { ReviewFigures } from '@xiaopu/contract'
import { type Translate, useLocale } from '../../../i18n'
import { Chip, Chips } from '../../../ui'
import { choicesOf, isChosen, type Narrowing, type NarrowingChoice, narrowingOf } from '../narrowing'
import './ReviewFilter.scss'

export interface ReviewFilterProps {
  figures: ReviewFigures
  chosen?: Narrowing
  /** An empty narrowing: the chosen one was tapped again. */
  onChoose: (narrowing: Narrowing) => void
}

/** Pictures, stars and words to narrow the reviews by, each with how many there are. */
export function ReviewFilter({ figures, chosen = {}, onChoose }: ReviewFilterProps) {
  const { t } = useLocale()
  const choices = choicesOf(figures)
  if (choices.length === 0) return null
  return (
    <View className="review-filter" ariaLabel={t('reviews.narrow')}>
      <Chips>
        {choices.map((choice) => {
          const words = wordsOf(choice, t)
          const on = isChosen(choice, chosen)
          return (
            <Chip
              key={words}
              chosen={on}
              note={String(choice.count)}
              label={`${words} ${choice.count}`}
              onClick={() => onChoose(on ? {} : narrowingOf(choice))}
            >
              {words}
            </Chip>
          )
        })}
      </Chips>
    </View>
  )
}

function wordsOf(choice: NarrowingChoice, t: Translate): string {
  if (choice.kind === 'tag') return t(`reviewTags.${choice.tag}`)
  if (choice.kind === 'stars') return t(`reviews.stars_${choice.stars}`)
  return t(choice.only === 'pictures' ? 'reviews.withPictures' : 'reviews.withFollowUp')
}
