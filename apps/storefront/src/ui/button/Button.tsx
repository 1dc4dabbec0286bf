import { Button as PlatformButton, View } from '@tarojs/components'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../class-names'
import './Button.scss'

type PlatformButtonProps = ComponentProps<typeof PlatformButton>

export interface ButtonProps
  extends Pick<
    PlatformButtonProps,
    | 'openType'
    | 'id'
    | 'formType'
    | 'onGetPhoneNumber'
    | 'onChooseAvatar'
    | 'onAgreePrivacyAuthorization'
    | 'onContact'
    | 'onOpenSetting'
    | 'sessionFrom'
    | 'sendMessageTitle'
    | 'sendMessagePath'
    | 'sendMessageImg'
    | 'showMessageCard'
  > {
  children: ReactNode
  /** `solid` is the page's one main action. */
  kind?: 'solid' | 'outline' | 'accent-outline' | 'soft' | 'plain'
  size?: 'medium' | 'small'
  /** As wide as its parent. */
  block?: boolean
  disabled?: boolean
  /** Shows a spinner and takes no further tap. */
  loading?: boolean
  onClick?: () => void
  /** For a screen reader, when the words on the button do not say enough by themselves ("去支付" of which order?). */
  label?: string
  className?: string
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'solid',
    size = 'medium',
    block,
    disabled,
    loading,
    onClick,
    label,
    className,
    ...platform
  } = props
  const idle = Boolean(disabled || loading)
  return (
    <PlatformButton
      // Not the platform's own `disabled`: it repaints the button grey over any theme, and some clients still send its tap.
      {...(idle ? {} : platform)}
      className={classNames(
        'x-button',
        `x-button--${kind}`,
        size === 'small' && 'x-button--small',
        block && 'x-button--block',
        disabled && 'x-button--disabled',
        className,
      )}
      hoverClass={idle ? 'none' : 'x-button--pressed'}
      ariaDisabled={idle || undefined}
      ariaLabel={label}
      onClick={idle ? undefined : onClick}
    >
      {loading && <View className="x-button__spinner" ariaHidden />}
      {children}
    </PlatformButton>
  )
}
