import { blamed, errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { EmptyState } from '../empty-state/EmptyState'

/** A page, or a part of one, that could not be had: what helps, and another try. Without a connection it looks otherwise than when we are at fault. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLocale()
  const whose = blamed(error)
  return (
    <EmptyState
      icon={whose === 'network' ? 'wifi-off' : 'circle-alert'}
      title={errorSentence(error, t)}
      hint={whose === 'nobody' ? undefined : t(whose === 'network' ? 'ui.networkHint' : 'ui.faultHint')}
      action={{ label: t('ui.retry'), onClick: onRetry }}
    />
  )
}
