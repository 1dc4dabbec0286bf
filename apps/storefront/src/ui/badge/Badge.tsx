import { Text } from '@tarojs/components'
import { classNames } from '../class-names'
import './Badge.scss'

/** A count, capped at 99+. Draw none for 0. */
export function Badge({ count, className }: { count: number; className?: string }) {
  return <Text className={classNames('x-badge', className)}>{count > 99 ? '99+' : String(count)}</Text>
}
