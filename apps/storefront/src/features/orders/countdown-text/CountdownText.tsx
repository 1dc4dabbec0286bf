import { Text } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { clockFace, type Deadline } from '../countdown'
import { useCountdown } from '../use-countdown'

/** "还剩 29:59": a component of its own, so that each second redraws only these words. */
export function CountdownText({ onEnd, className, ...deadline }: Deadline & { onEnd: () => void; className?: string }) {
  const { t } = useLocale()
  const left = useCountdown(deadline, onEnd)
  return (
    <Text className={className}>{left > 0 ? t('orders.timeLeft', { time: clockFace(left) }) : t('orders.timeUp')}</Text>
  )
}
