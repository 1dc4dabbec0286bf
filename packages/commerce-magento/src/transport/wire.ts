import { AnswerLost, NotSent } from './errors'

export interface WireRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
  timeout: number
}
export interface WireAnswer {
  status: number
  headers: Headers
  body: unknown
}

export type Wire = ReturnType<typeof createWire>

/** Sends a request once and reads its JSON. Whatever keeps an answer from coming is an `AnswerLost` or a `NotSent`. */
export function createWire(fetch: typeof globalThis.fetch) {
  /** @throws AnswerLost, NotSent */
  async function send({ url, method, headers, body, timeout }: WireRequest): Promise<WireAnswer> {
    try {
      const signal = AbortSignal.timeout(timeout)
      const response = await fetch(url, { method, headers, body, signal, redirect: 'error' })
      return { status: response.status, headers: response.headers, body: jsonOf(await response.text()) }
    } catch (error) {
      const what = `Magento does not answer: ${method} ${new URL(url).pathname}`
      throw wasNotSent(error) ? new NotSent(what, { cause: error }) : new AnswerLost(what, { cause: error })
    }
  }

  return { send }
}

/** A maintenance page or a proxy's error is no JSON: undefined. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Nobody listened, or the name led nowhere. */
function wasNotSent(error: unknown): boolean {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
  const cause = error instanceof Object && 'cause' in error ? error.cause : undefined
  return cause instanceof Object && 'code' in cause && codes.includes(String(cause.code))
}
