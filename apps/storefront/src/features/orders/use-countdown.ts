import { useEffect, useRef, useState } from 'react'
import { type Deadline, timeLeft } from './countdown'

const SECOND = 1_000
/** At zero the order is asked for again; the server may need a moment to close it, so a few times. */
const ASK_AGAIN_MS = 4_000
const QUESTIONS = 3

/** ms left, every second. `onEnd` is told at zero, and twice more while the deadline stays the same: what happens then is the server's word. */
export function useCountdown(deadline: Deadline, onEnd: () => void): number {
  const { expiresAt, serverTime, receivedAt } = deadline
  const [now, setNow] = useState(Date.now)
  const tell = useRef(onEnd)
  tell.current = onEnd
  const asked = useRef({ expiresAt, times: 0, at: 0 })
  if (asked.current.expiresAt !== expiresAt) asked.current = { expiresAt, times: 0, at: 0 }

  useEffect(() => {
    const timer = setInterval(() => {
      const moment = Date.now()
      setNow(moment)
      if (timeLeft({ expiresAt, serverTime, receivedAt }, moment) > 0) return
      const { times, at } = asked.current
      if (times >= QUESTIONS) clearInterval(timer)
      else if (moment - at >= ASK_AGAIN_MS) {
        asked.current = { expiresAt, times: times + 1, at: moment }
        tell.current()
      }
    }, SECOND)
    return () => clearInterval(timer)
  }, [expiresAt, serverTime, receivedAt])

  return timeLeft(deadline, now)
}
