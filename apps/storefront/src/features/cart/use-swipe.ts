import type { BaseEventOrig, ITouchEvent } from '@tarojs/components'
import { useRef } from 'react'
import { swipeOf, type Touched } from './swipe'

/** Props for a row that a finger can push aside. The row moves once, at the end: following the finger would be a setData for each frame. */
export function useSwipe(onSwipe: (way: 'left' | 'right') => void) {
  const start = useRef<Touched | null>(null)
  const pointOf = (event: BaseEventOrig): Touched | null => {
    // Taro types a touch as any event; only touches come here.
    const touch = (event as ITouchEvent).changedTouches[0]
    return touch ? { x: touch.pageX, y: touch.pageY } : null
  }
  return {
    onTouchStart(event: BaseEventOrig) {
      start.current = pointOf(event)
    },
    onTouchEnd(event: BaseEventOrig) {
      const end = pointOf(event)
      const way = start.current && end && swipeOf(start.current, end)
      start.current = null
      if (way) onSwipe(way)
    },
  }
}
