import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { watchMobileData } from '../../../wechat/network'
import { stopVideo } from '../../../wechat/video'

/** One product is on a page, and one film on it. */
export const FILM_ID = 'product-film'

/**
 * A product's film. It plays on a tap and never by itself, and stops when the page hides; nothing of it is loaded before.
 * @param there false: there is none, and nothing is asked
 */
export function useFilm(there: boolean) {
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still')
  const [mobile, setMobile] = useState(false)
  const playing = useRef(false)
  playing.current = state === 'playing'
  useEffect(() => (there ? watchMobileData(setMobile) : undefined), [there])
  const stop = useCallback(() => {
    if (!playing.current) return
    stopVideo(FILM_ID)
    setState('still')
  }, [])
  useDidHide(stop)
  return {
    state,
    /** Playing costs the shopper's mobile data. */
    mobile,
    play: () => setState('playing'),
    stop,
    ended: () => setState('still'),
    fail: () => setState('failed'),
  }
}
