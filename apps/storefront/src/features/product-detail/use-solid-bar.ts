import { usePageScroll } from '@tarojs/taro'
import { useState } from 'react'

/** px of the screen: about where the gallery's lower half meets the bar. */
const TURNS_AT = 220

/** Whether the page has scrolled so far that the bar needs a ground of its own. It redraws only when that changes. */
export function useSolidBar(): boolean {
  const [solid, setSolid] = useState(false)
  usePageScroll(({ scrollTop }) => setSolid(scrollTop > TURNS_AT))
  return solid
}
