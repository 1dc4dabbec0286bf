import type { ErrorCode, Problem } from '@xiaopu/contract'

/**
 * What the gateway said (`ErrorCode`), or why it could say nothing:
 * `network` no connection, `timeout` no answer in time, `aborted` the caller gave up, `bad_answer` an answer that is not
 * the gateway's (a proxy's HTML page, an empty body) or that this version does not know.
 */
export type ApiErrorCode = ErrorCode | 'network' | 'timeout' | 'aborted' | 'bad_answer'

export interface ApiErrorDetails {
  status?: number
  requestId?: string
  fields?: Problem['fields']
  lines?: Problem['lines']
  retryAfterMs?: number
  message?: string
  cause?: unknown
}

/** Every failure of every call. `message` is for developers; a shopper is shown the sentence of `code`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status, when there was an answer. */
  readonly status?: number
  /** The gateway's name for the call: what customer service asks for. */
  readonly requestId?: string
  /** `validation_failed`: what was wrong, field by field. */
  readonly fields?: Problem['fields']
  /** `lines_unavailable`, `out_of_stock`, `quantity_limit`: the goods concerned. */
  readonly lines?: Problem['lines']
  /** ms the gateway asks to be left alone for. */
  readonly retryAfterMs?: number
  /** Whether the same call may well succeed if the shopper tries again unchanged. */
  readonly retryable: boolean

  constructor(
    readonly code: ApiErrorCode,
    { status, requestId, fields, lines, retryAfterMs, message, cause }: ApiErrorDetails = {},
  ) {
    super(message ?? code, { cause })
    this.status = status
    this.requestId = requestId
    this.fields = fields
    this.lines = lines
    this.retryAfterMs = retryAfterMs
    this.retryable = isRetryable(code, status)
  }
}

/** Tells by name, not by class, so that it also holds between two subpackages that each bundled the class. */
export const isApiError = (error: unknown): error is ApiError => error instanceof Error && error.name === 'ApiError'

const worthAnotherTry: readonly ApiErrorCode[] = [
  'network',
  'timeout',
  'bad_answer',
  'request_in_progress',
  'rate_limited',
]
const serverTrouble: readonly number[] = [500, 502, 503, 504]

function isRetryable(code: ApiErrorCode, status: number | undefined): boolean {
  return worthAnotherTry.includes(code) || (status !== undefined && serverTrouble.includes(status))
}
