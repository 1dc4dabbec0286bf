/**
 * What WeChat said, as the rest of the app hears it. Nothing outside this folder reads an `errMsg`.
 *
 * - `cancelled`: the shopper changed their mind; say nothing.
 * - `denied`: the shopper, the phone or the privacy agreement refused; offer the settings.
 * - `failed`: anything else; `message` is WeChat's own words, for a log, never for the shopper.
 */
export type Answer<Value> = { status: 'ok'; value: Value } | Refusal
export type Refusal = { status: 'cancelled' } | { status: 'denied' } | { status: 'failed'; message: string }

interface PlatformError {
  errMsg?: unknown
  errno?: unknown
}

/** Numbers win over words: words change with client and language. Source: the platform's public errno table. */
const BY_NUMBER: Record<number, 'cancelled' | 'denied'> = {
  1: 'cancelled',
  3: 'denied',
  102: 'denied',
  103: 'denied',
  104: 'cancelled',
}
/** The privacy guideline of the Mini Program does not list this interface: ours to mend, not the shopper's to allow. */
const UNDECLARED = 112

const DENIED =
  /auth(?:orize)?[ :]*(?:fail:)?\s*(?:deny|denied)|fail[ :]+authorize no response|privacy permission is not authorized|system permission denied|(?:user|permission) (?:deny|denied)/i
const CANCELLED = /fail[ :_]*(?:the )?(?:user )?cancel|cancel(?:led|ed)? by user/i

/** Reads what a `fail` callback brought. */
export function refusalOf(error: unknown): Refusal {
  const { errMsg, errno } = (typeof error === 'object' && error !== null ? error : {}) as PlatformError
  const message = typeof errMsg === 'string' ? errMsg : error instanceof Error ? error.message : String(error)
  if (Number(errno) === UNDECLARED) return { status: 'failed', message }
  const known = typeof errno === 'number' ? BY_NUMBER[errno] : undefined
  if (known) return { status: known }
  if (CANCELLED.test(message)) return { status: 'cancelled' }
  if (DENIED.test(message)) return { status: 'denied' }
  return { status: 'failed', message }
}

/** Calls WeChat and settles, always, as one of the four answers. A call that throws at once (an old client without it) has failed. */
export async function ask<Result, Value>(
  call: () => PromiseLike<Result>,
  read: (result: Result) => Value,
): Promise<Answer<Value>> {
  let result: Result
  try {
    result = await call()
  } catch (error) {
    return refusalOf(error)
  }
  return { status: 'ok', value: read(result) }
}
