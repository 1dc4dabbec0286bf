import type { Routes } from '@xiaopu/contract'
import type { AbortSignalLike } from './abort'

export interface TransportRequest {
  method: Routes[keyof Routes]['method']
  /** Absolute, with its query. */
  url: string
  headers: Record<string, string>
  /** JSON text; the transport sends it as it is. */
  body?: string
  timeoutMs: number
  signal?: AbortSignalLike
}

export interface TransportAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** The text as it came, whatever its content type claims: the client does the parsing. */
  body: string
}

/**
 * Carries one request and brings back whatever was answered, an error status included.
 * Rejects with a {@link TransportError} when there was no answer.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>

/** There was no answer: no connection, too late, or nobody wants it any more. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  constructor(
    readonly kind: 'network' | 'timeout' | 'aborted',
    options?: { cause?: unknown },
  ) {
    super(`no answer: ${kind}`, options)
  }
}
