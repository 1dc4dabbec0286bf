import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon'
import type { IconName } from '../icon/icons'
import { Skeleton } from '../skeleton/Skeleton'
import './StatusBanner.scss'

export interface StatusBannerProps {
  icon: IconName
  /** How it stands, in a word or two. */
  status: string
  /** What comes next: a sentence, or a clock that redraws by itself. */
  children: ReactNode
  /** What there is to know besides. */
  note?: string | null
}

/** On top of a page about one thing: how it stands. A change is read aloud. */
export function StatusBanner({ icon, status, children, note }: StatusBannerProps) {
  return (
    <View className="x-status-banner">
      <View className="x-status-banner__icon">
        <Icon name={icon} size={24} />
      </View>
      <View className="x-status-banner__words" ariaLive="polite">
        <Text className="x-status-banner__status">{status}</Text>
        <View className="x-status-banner__hint">
          {typeof children === 'string' ? <Text>{children}</Text> : children}
        </View>
        {note && <Text className="x-status-banner__hint">{note}</Text>}
      </View>
    </View>
  )
}

/** Its shape. */
export function StatusBannerSkeleton() {
  return (
    <View className="x-status-banner">
      <Skeleton shape="circle" width={48} height={48} className="x-status-banner__icon" />
      <View className="x-status-banner__words">
        <Skeleton width="40%" height={24} />
        <Skeleton width="60%" className="x-status-banner__bone" />
      </View>
    </View>
  )
}
