import { act, renderHook } from '@testing-library/react'
import { useCountdown } from './use-countdown'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const inSeconds = (seconds: number) => ({
  expiresAt: new Date(1_000_000 + seconds * 1_000).toISOString(),
  serverTime: new Date(1_000_000).toISOString(),
  receivedAt: Date.now(),
})
const pass = (ms: number) => act(() => void jest.advanceTimersByTime(ms))

test('at zero the server is asked what became of the order, a few times and no more', () => {
  const onEnd = jest.fn()
  const deadline = inSeconds(3)
  const { result } = renderHook(() => useCountdown(deadline, onEnd))
  expect(result.current).toBe(3_000)
  pass(2_000)
  expect([result.current, onEnd.mock.calls.length]).toEqual([1_000, 0])
  pass(1_000)
  expect([result.current, onEnd.mock.calls.length]).toEqual([0, 1])
  pass(60_000)
  expect(onEnd).toHaveBeenCalledTimes(3)
})

test('a page that is left leaves no timer behind', () => {
  const deadline = inSeconds(3)
  const { unmount } = renderHook(() => useCountdown(deadline, jest.fn()))
  unmount()
  expect(jest.getTimerCount()).toBe(0)
})
