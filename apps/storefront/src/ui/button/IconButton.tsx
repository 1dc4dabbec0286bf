import { View } from '@tarojs/components'
import { Badge } from '../badge/Badge'
import { classNames } from '../class-names'
import { Icon, type IconProps } from '../icon/Icon'
import './Button.scss'

export interface IconButtonProps {
  icon: IconProps['name']
  /** What it does, in words: the only name a screen reader has for it. */
  label: string
  onClick: () => void
  size?: IconProps['size']
  disabled?: boolean
  /** A count on the corner; 0 shows none. */
  badge?: number
  className?: string
}

/** An icon one can tap: 44 × 44 px whatever the icon's own size. */
export function IconButton({ icon, label, onClick, size = 24, disabled, badge = 0, className }: IconButtonProps) {
  return (
    <View
      className={classNames('x-icon-button', disabled && 'x-icon-button--disabled', className)}
      hoverClass={disabled ? 'none' : 'x-pressed'}
      ariaRole="button"
      ariaLabel={label}
      ariaDisabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} size={size} />
      {badge > 0 && <Badge count={badge} className="x-icon-button__badge" />}
    </View>
  )
}
