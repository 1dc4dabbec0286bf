import { useLocale } from '../../i18n'
import { EmptyState, type EmptyStateProps } from '../empty-state/EmptyState'

export interface ErrorStateProps extends Pick<EmptyStateProps, 'icon' | 'second'> {
  /** What went wrong and what helps, as a sentence for the shopper. */
  message: string
  onRetry: () => void
  retryLabel?: string
}

/** A page, or a part of one, that could not be had: the sentence and another try. */
export function ErrorState({ message, onRetry, retryLabel, icon = 'wifi-off', second }: ErrorStateProps) {
  const { t } = useLocale()
  return (
    <EmptyState
      icon={icon}
      title={message}
      action={{ label: retryLabel ?? t('ui.retry'), onClick: onRetry }}
      second={second}
    />
  )
}
