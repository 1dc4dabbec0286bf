import { Text, View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { classNames } from '../class-names'
import './LoadMore.scss'

export interface LoadMoreProps {
  /** `idle`: there is more, not asked for yet. */
  state: 'idle' | 'loading' | 'end' | 'failed'
  onRetry: () => void
}

/** The end of a list that grows: loading, all seen, or a failure one taps to try again. */
export function LoadMore({ state, onRetry }: LoadMoreProps) {
  const { t } = useLocale()
  const failed = state === 'failed'
  const words = { idle: '', loading: t('ui.loading'), end: t('ui.listEnd'), failed: t('ui.listFailed') }[state]
  return (
    <View
      className={classNames('x-load-more', failed && 'x-load-more--failed')}
      ariaRole={failed ? 'button' : 'text'}
      ariaLive="polite"
      ariaLabel={words}
      hoverClass={failed ? 'x-pressed' : 'none'}
      onClick={failed ? onRetry : undefined}
    >
      <Text>{words}</Text>
    </View>
  )
}
