import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { learnMyStore, useMyStore } from './my-store'
import { usePosition } from './position'
import { useStores } from './use-stores'

/**
 * The shopper's own store; without one the nearest, where the location was allowed before. Otherwise undefined, and nobody is asked
 * anything.
 */
export function useNearestStore() {
  const { point, lookUp } = usePosition()
  const mine = useMyStore(({ id }) => id)
  const lookAround = () => {
    if (!point) void lookUp()
    void learnMyStore()
  }
  // The block may come after its page has shown: then nothing would be told of it until the next time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; afterwards each time the page shows
  useEffect(lookAround, [])
  useDidShow(lookAround)
  const { stores } = useStores(point, point !== null || mine !== null)
  const own = stores?.find(({ id }) => id === mine)
  const nearest = stores?.[0]
  return own ?? (nearest && nearest.distanceMeters !== null ? nearest : undefined)
}
