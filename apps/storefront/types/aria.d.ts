import '@tarojs/components'

declare module '@tarojs/components/types/common' {
  /** What a screen reader says; see src/ui/accessibility. */
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaLive?: 'polite' | 'assertive'
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaDisabled?: boolean
  }
}
