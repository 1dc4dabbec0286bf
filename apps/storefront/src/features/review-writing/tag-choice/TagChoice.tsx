import { View } from '@tarojs/components'
import type { ReviewTag } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Chip, Chips } from '../../../ui'
import { offeredTags, toggleTag } from '../review-tags'
import './TagChoice.scss'

export interface TagChoiceProps {
  stars: number
  chosen: readonly ReviewTag[]
  /** What they are about, for a screen reader. */
  label: string
  onChange: (tags: readonly ReviewTag[]) => void
}

/** Words to tick, once there are stars. */
export function TagChoice({ stars, chosen, label, onChange }: TagChoiceProps) {
  const { t } = useLocale()
  const offered = offeredTags(stars, chosen)
  if (offered.length === 0) return null
  return (
    <View className="tag-choice" ariaLabel={label}>
      <Chips>
        {offered.map((tag) => (
          <Chip key={tag} chosen={chosen.includes(tag)} onClick={() => onChange(toggleTag(chosen, tag))}>
            {t(`reviewTags.${tag}`)}
          </Chip>
        ))}
      </Chips>
    </View>
  )
}
