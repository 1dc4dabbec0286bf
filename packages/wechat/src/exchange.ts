/** What both clients need of the platform's `fetch`; tests and gateways may inject their own. */
export type Fetch = typeof globalThis.fetch

/** Milliseconds since the epoch, as `Date.now`. */
export type Clock = () => number

export interface Exchange {
  fetch: Fetch
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  body?: string
  /** Milliseconds for the whole exchange, the body included. */
  timeoutMs: number
}

/** An answer with its body as the exact bytes received: signatures are over bytes, not over decoded text. */
export interface Answer {
  status: number
  headers: Headers
  body: Buffer
}

/** No usable HTTP answer came. Whether the other side acted is unknown. */
export class ExchangeFailure extends Error {
  override readonly name = 'ExchangeFailure'

  constructor(
    readonly reason: 'timeout' | 'network' | 'too-large',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The largest honest answer (a list of platform certificates, an error) is a few kB. */
const MAX_ANSWER_BYTES = 1024 * 1024

/** One HTTP exchange under a deadline. Any status is an answer; redirects are not followed, since no WeChat API redirects. */
export async function exchange({ fetch, method, url, headers, body, timeoutMs }: Exchange): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' })
    return { status: response.status, headers: response.headers, body: await readBody(response) }
  } catch (error) {
    if (error instanceof ExchangeFailure) throw error
    // By name: `instanceof DOMException` fails between realms.
    const timedOut = (error as { name?: unknown })?.name === 'TimeoutError'
    throw timedOut
      ? new ExchangeFailure('timeout', `no answer within ${timeoutMs} ms`, { cause: error })
      : new ExchangeFailure('network', 'the connection failed', { cause: error })
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body) {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > MAX_ANSWER_BYTES)
        throw new ExchangeFailure('too-large', `the answer exceeds ${MAX_ANSWER_BYTES} bytes`)
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}
