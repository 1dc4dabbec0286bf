import type { CallbackAttempt } from '../state/records'
import type { Letter } from './letter'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** How much of an answer is kept in the record. */
const KEPT_BODY_LENGTH = 2_000

/**
 * Where a public notify_url really leads: through `routes` (origin → origin), or nowhere. Only a mapped or loopback
 * origin is contacted, so a test can never reach a machine it did not name.
 */
export function routeOf(notifyUrl: string, routes: Record<string, string> = {}): string | undefined {
  const url = new URL(notifyUrl)
  const mapped = Object.entries(routes).find(([origin]) => new URL(origin).origin === url.origin)?.[1]
  if (mapped !== undefined) return `${new URL(mapped).origin}${url.pathname}`
  return LOOPBACK.test(url.hostname) ? notifyUrl : undefined
}

/** Sends one letter; whatever happens is a result, never an exception. */
export async function post(
  letter: Letter,
  url: string | undefined,
  timeoutMs: number,
): Promise<Pick<CallbackAttempt, 'url' | 'status' | 'body' | 'error'>> {
  if (url === undefined) return { error: 'no route to this origin' }
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: letter.headers,
      body: letter.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { url, status: answer.status, body: (await answer.text()).slice(0, KEPT_BODY_LENGTH) }
  } catch (error) {
    return { url, error: describe(error) }
  }
}

/** `fetch failed` says nothing; its cause does. Read by shape, since fetch's errors may come from another realm. */
function describe(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { message?: string } }
  if (name === 'TimeoutError') return 'no answer in time'
  return [message ?? String(error), cause?.message].filter(Boolean).join(': ')
}
