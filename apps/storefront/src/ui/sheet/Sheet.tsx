import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLocale } from '../../i18n'
import { IconButton } from '../button/IconButton'
import { classNames } from '../class-names'
import './Sheet.scss'
import { usePresence } from './use-presence'

const LEAVE_MS = 180

export interface SheetProps {
  open: boolean
  /** Asked by the cross or a tap beside the sheet. */
  onClose: () => void
  title: string
  children: ReactNode
  /** Stays below the scrolling part: the sheet's one button. */
  footer?: ReactNode
  className?: string
}

/** A half-screen popup from below. The page behind it does not scroll; its own content does. */
export function Sheet({ open, onClose, title, children, footer, className }: SheetProps) {
  const { t } = useLocale()
  const presence = usePresence(open, LEAVE_MS)
  if (presence === 'absent') return null
  return (
    <View className={classNames('x-sheet', presence === 'leaving' && 'x-sheet--leaving', className)} catchMove>
      <View className="x-sheet__mask" ariaHidden onClick={onClose} />
      <View className="x-sheet__panel" ariaRole="dialog" ariaLabel={title}>
        <View className="x-sheet__head">
          <Text className="x-sheet__title">{title}</Text>
          <IconButton icon="x" size={20} label={t('ui.close')} onClick={onClose} />
        </View>
        <ScrollView scrollY className="x-sheet__content">
          <View className="x-sheet__inner">{children}</View>
        </ScrollView>
        {footer ? <View className="x-sheet__footer">{footer}</View> : <View className="x-sheet__safe" />}
      </View>
    </View>
  )
}
