import { Text, View } from '@tarojs/components'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'
import type { IconName } from '../icon/icons'
import { Picture, type PictureSource } from '../picture/Picture'
import './EmptyState.scss'

export interface NextStep {
  label: string
  onClick: () => void
}

export interface EmptyStateProps {
  /** A photograph says more; an icon is the least. */
  picture?: PictureSource
  icon?: IconName
  /** One sentence: what is (not) here. */
  title: string
  hint?: string
  /** Nothing is a dead end. */
  action: NextStep
  second?: NextStep
}

export function EmptyState({ picture, icon = 'package-open', title, hint, action, second }: EmptyStateProps) {
  return (
    <View className="x-empty">
      {picture ? (
        <Picture className="x-empty__picture" picture={picture} slot="card" shape="card" label="" />
      ) : (
        <Icon className="x-empty__icon" name={icon} size={48} />
      )}
      <Text className="x-empty__title">{title}</Text>
      {hint && <Text className="x-empty__hint">{hint}</Text>}
      <Button className="x-empty__action" kind="outline" onClick={action.onClick}>
        {action.label}
      </Button>
      {second && (
        <Button className="x-empty__second" kind="plain" onClick={second.onClick}>
          {second.label}
        </Button>
      )}
    </View>
  )
}
