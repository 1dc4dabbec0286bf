import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Icon } from '../../../ui'
import { timeLeft } from '../../orders/countdown'
import { useCountdown } from '../../orders/use-countdown'
import { ProductRow } from '../../product'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import { remaining } from './remaining'
import './Countdown.scss'

export interface CountdownProps {
  block: BlockOf<'countdown'>
  /** The phone's clock when the page came, ms: the time left is measured from then, whatever the phone thinks what day it is. */
  receivedAt: number
}

/** The time left for something, and what it is about. It goes by itself when that is over. */
export function Countdown({ block, receivedAt }: CountdownProps) {
  const { title, text, until, serverTime, target, products } = block
  const deadline = { expiresAt: until, serverTime, receivedAt }
  const [overAt, setOverAt] = useState('')
  if (overAt === until || timeLeft(deadline, Date.now()) === 0) return null
  return (
    <View className="countdown">
      <View
        className="countdown__head"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={`${title} ${text}`.trim()}
        onClick={() => openTarget(target)}
      >
        <View className="countdown__words">
          <Text className="countdown__title">{title}</Text>
          {text && <Text className="countdown__text">{text}</Text>}
        </View>
        <Left {...deadline} onEnd={() => setOverAt(until)} />
        <Icon name="chevron-right" className="countdown__arrow" />
      </View>
      {products.length > 0 && <ProductRow products={products} />}
    </View>
  )
}

interface LeftProps {
  expiresAt: string
  serverTime: string
  receivedAt: number
  onEnd: () => void
}

/** A component of its own, so that each second redraws only these words. */
function Left({ onEnd, ...deadline }: LeftProps) {
  const { t } = useLocale()
  const { days, clock } = remaining(useCountdown(deadline, onEnd))
  return (
    <View className="countdown__left" ariaHidden>
      {days > 0 && <Text className="countdown__days">{t('home.days', { count: days })}</Text>}
      <Text>{clock}</Text>
    </View>
  )
}
