import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, FactRow } from '../../../ui'
import type { useMessageAsk } from '../use-message-ask'
import './MessageAsk.scss'

export type MessageAskProps = ReturnType<typeof useMessageAsk> & {
  /** On which side it keeps its distance: as the cards around it do. */
  space?: 'above' | 'below'
}

/** The question whether the shopper wants to be told; what came of it stays in its place. */
export function MessageAsk({ kinds, ask, busy, answered, space = 'above' }: MessageAskProps) {
  const { t } = useLocale()
  if (!answered && kinds.length === 0) return null
  const list = kinds.map((kind) => t(`messageAsk.${kind}`)).join(t('messageAsk.and'))
  return (
    <View className={`x-card message-ask--${space}`} ariaLive="polite">
      {answered ? (
        <FactRow
          icon={answered === 'allowed' ? 'check' : 'message-circle'}
          title={t(`messageAsk.${answered}`)}
          lines={[t(`messageAsk.${answered}Hint`)]}
        />
      ) : (
        <FactRow
          icon="message-circle"
          title={t('messageAsk.title')}
          lines={[t(kinds.length > 1 ? 'messageAsk.each' : 'messageAsk.one', { list })]}
        >
          <Button kind="outline" size="small" loading={busy} onClick={ask}>
            {t('messageAsk.ask')}
          </Button>
        </FactRow>
      )}
    </View>
  )
}
