import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { usePosition } from './position'
import { useStores } from './use-stores'

/** The nearest store, where the location was allowed before; otherwise undefined, and nobody is asked anything. */
export function useNearestStore() {
  const { point, lookUp } = usePosition()
  const lookAround = () => {
    if (!point) void lookUp()
  }
  // The block may come after its page has shown: then nothing would be told of it until the next time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; afterwards each time the page shows
  useEffect(lookAround, [])
  useDidShow(lookAround)
  const { stores } = useStores(point, point !== null)
  const nearest = stores?.[0]
  return nearest && nearest.distanceMeters !== null ? nearest : undefined
}
