import { useEffect, useRef } from 'react'

/** Whether the page is still there: an answer that comes after it has gone has nobody to tell. */
export function useStillHere(): () => boolean {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return () => here.current
}
