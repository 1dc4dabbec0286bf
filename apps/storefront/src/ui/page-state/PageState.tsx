import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { EmptyState, type EmptyStateProps } from '../empty-state/EmptyState'
import { ErrorState } from '../error-state/ErrorState'

export interface LoadStateProps {
  /** Why it could not be had; null: it is on its way. */
  error: unknown
  onRetry: () => unknown
  /** The shape of what is on its way. */
  skeleton: ReactNode
  /** There is no such thing (any more): another try would not bring it. Goes before a failure. */
  gone?: EmptyStateProps | false
}

/** What stands in the place of something that is not here: there is none, it could not be had, or it is on its way. */
export function LoadState({ error, onRetry, skeleton, gone }: LoadStateProps) {
  if (gone) return <EmptyState {...gone} />
  // Called without the tap: what reads again takes options of its own.
  if (error) return <ErrorState error={error} onRetry={() => void onRetry()} />
  return <>{skeleton}</>
}

/** {@link LoadState} where the thing is the whole page. */
export function PageState(props: LoadStateProps) {
  return (
    <View className="x-page">
      <LoadState {...props} />
    </View>
  )
}
