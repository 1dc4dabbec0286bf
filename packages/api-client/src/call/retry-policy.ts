import type { ApiError } from '../api-error'

/**
 * `read`: asking again changes nothing. `keyed`: the gateway knows a repeated `Idempotency-Key` and answers it with what it
 * did the first time. `once`: a lost answer may hide a deed done, so it is never sent twice.
 */
export type Repeatability = 'read' | 'keyed' | 'once'

const passing: readonly number[] = [502, 503, 504]
const firstPauseMs = 300
/** Nobody looks at a spinner longer; the error then says when to come back. */
const longestPauseMs = 5_000

/**
 * ms to wait before the next attempt, or null to give up. Half of the pause is chance, so that phones that failed
 * together do not come back together.
 *
 * @param attempt how many have failed, from 1
 * @param chance in [0, 1)
 */
export function pauseBeforeRetry(how: Repeatability, attempt: number, error: ApiError, chance: number): number | null {
  const unanswered = error.code === 'network' || error.code === 'timeout'
  const again =
    how === 'read'
      ? attempt <= 2 && (unanswered || (error.status !== undefined && passing.includes(error.status)))
      : how === 'keyed' && attempt <= 1 && unanswered
  if (!again) return null
  const pause = Math.max(firstPauseMs * 3 ** (attempt - 1) * (0.5 + chance / 2), error.retryAfterMs ?? 0)
  return pause <= longestPauseMs ? pause : null
}
