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

/** One file of the phone's, as the only part of a multipart form. The transport writes the form, so it also names its type. */
export interface UploadRequest extends Omit<TransportRequest, 'method' | 'body'> {
  /** Where it lies on the phone. */
  filePath: string
  /** Name of the form's field. */
  field: string
  /** How much has been sent, 0 to 100. */
  onProgress?: (percent: number) => void
}

/** Carries one file, by POST. Otherwise as {@link Transport}. */
export type UploadTransport = (request: UploadRequest) => Promise<TransportAnswer>

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
