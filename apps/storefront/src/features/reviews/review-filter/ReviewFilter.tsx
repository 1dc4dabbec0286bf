import { ScrollView, View } from '@tarojs/components'
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
  /** In one row, which goes on beyond the screen. */
  oneRow?: boolean
}

/** Pictures, stars and words to narrow the reviews by, each with how many there are. */
export function ReviewFilter({ figures, chosen = {}, onChoose, oneRow = false }: ReviewFilterProps) {
  const { t } = useLocale()
  const choices = choicesOf(figures)
  if (choices.length === 0) return null
  const chips = choices.map((choice) => {
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
  })
  if (oneRow)
    return (
      <ScrollView scrollX enhanced showScrollbar={false} className="review-filter review-filter--row">
        <View className="review-filter__row" ariaLabel={t('reviews.narrow')}>
          {chips}
        </View>
      </ScrollView>
    )
  return (
    <View className="review-filter" ariaLabel={t('reviews.narrow')}>
      <Chips>{chips}</Chips>
    </View>
  )
}

function wordsOf(choice: NarrowingChoice, t: Translate): string {
  if (choice.kind === 'tag') return t(`reviewTags.${choice.tag}`)
  if (choice.kind === 'stars') return t(`reviews.stars_${choice.stars}`)
  return t(choice.only === 'pictures' ? 'reviews.withPictures' : 'reviews.withFollowUp')
}
