import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon/Icon'
import type { IconName } from '../icon/icons'
import './Cell.scss'

export interface CellProps {
  title: string
  /** Under the title, grey. */
  note?: string
  /** On the right: words, or a component of its own. */
  value?: ReactNode
  valueTone?: 'quiet' | 'accent'
  icon?: IconName
  /** Makes the row a button, with an arrow. */
  onClick?: () => void
  /** Off where a tap chooses instead of leading on; on where something over the row takes the tap. */
  arrow?: boolean
  /** For a screen reader, when title and value together do not say it. */
  label?: string
  className?: string
}

/** A row of a list: what, and what it is now. */
export function Cell({
  title,
  note,
  value,
  valueTone = 'quiet',
  icon,
  onClick,
  label,
  className,
  arrow = Boolean(onClick),
}: CellProps) {
  const spoken = label ?? [title, typeof value === 'string' ? value : '', note].filter(Boolean).join(' ')
  return (
    <View
      className={classNames('x-cell', className)}
      hoverClass={onClick ? 'x-cell--pressed' : 'none'}
      ariaRole={onClick && 'button'}
      ariaLabel={onClick && spoken}
      onClick={onClick}
    >
      {icon && <Icon className="x-cell__icon" name={icon} />}
      <View className="x-cell__words">
        <Text className="x-cell__title">{title}</Text>
        {note && <Text className="x-cell__note">{note}</Text>}
      </View>
      {value !== undefined && (
        <View className={classNames('x-cell__value', valueTone === 'accent' && 'x-cell__value--accent')}>
          {typeof value === 'string' ? <Text>{value}</Text> : value}
        </View>
      )}
      {arrow && <Icon className="x-cell__arrow" name="chevron-right" size={16} />}
    </View>
  )
}

/** Cells on one card, with a hairline between them. */
export function CellGroup({ title, children, className }: { title?: string; children: ReactNode; className?: string }) {
  return (
    <View className={className}>
      {title && <View className="x-cell-group__title">{title}</View>}
      <View className="x-cell-group">{children}</View>
    </View>
  )
}
