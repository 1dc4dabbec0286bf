/** Codes of our own beside the platform's, which are passed on as they come. */
export type WechatPayClientCode =
  /** A parameter breaks a published limit; nothing was sent. `detail.field` names it. */
  | 'INVALID_INPUT'
  | 'NETWORK'
  | 'TIMEOUT'
  /** A 2xx whose signature does not hold. Nothing in it may be believed; whether the operation took effect is unknown. */
  | 'ANSWER_UNVERIFIED'
  /** A genuine answer without the fields it must have. */
  | 'ANSWER_MALFORMED'
  /** A refusal that carries no platform code (a proxy's page). */
  | 'HTTP_ERROR'

export interface WechatPayErrorFacts {
  /** The platform's code (PARAM_ERROR, SIGN_ERROR, …) or one of ours. */
  code: WechatPayClientCode | (string & {})
  message: string
  /** `POST /v3/pay/transactions/jsapi` */
  operation: string
  httpStatus?: number
  requestId?: string
  detail?: Record<string, unknown>
  retryable?: boolean
  cause?: unknown
}

const PASSING_CODES = new Set([
  'SYSTEM_ERROR',
  'SYSTEMERROR',
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
  'NETWORK',
  'TIMEOUT',
])

/** The one error of the pay client's calls. `requestId` is what WeChat Pay's support asks for. */
export class WechatPayError extends Error {
  override readonly name = 'WechatPayError'
  readonly code: string
  readonly operation: string
  readonly httpStatus: number | undefined
  readonly requestId: string | undefined
  /** The number after the last `-` of the Request-ID: tells apart the causes of one code (268443699 = signature). */
  readonly subcode: string | undefined
  /** What the platform says about the field at fault: `{ field, value, issue, location }`. */
  readonly detail: Record<string, unknown> | undefined
  /**
   * The same call **with the same parameters** (same out_trade_no, same out_refund_no) may pass later. After a failure of this kind
   * it is unknown whether the call took effect; a new number would pay or refund twice.
   */
  readonly retryable: boolean

  constructor({ code, message, operation, httpStatus, requestId, detail, retryable, cause }: WechatPayErrorFacts) {
    const where = [operation, httpStatus && `HTTP ${httpStatus}`, requestId && `Request-ID ${requestId}`].filter(
      Boolean,
    )
    super(`${code}: ${message} (${where.join(', ')})`, cause === undefined ? undefined : { cause })
    this.code = code
    this.operation = operation
    this.httpStatus = httpStatus
    this.requestId = requestId
    this.subcode = requestId && /-([1-9]\d*)$/.exec(requestId)?.[1]
    this.detail = detail
    this.retryable = retryable ?? (PASSING_CODES.has(code) || httpStatus === 429 || (httpStatus ?? 0) >= 500)
  }
}

export type NotificationErrorReason =
  /** The signature is not WeChat's: forged, or the body was changed on the way (a parser that re-serialised it, for one). */
  | 'signature'
  /** Sent 300 s or more ago (or ahead): replayed, or this machine's clock is off. */
  | 'stale'
  /** Signed with a key this client does not have. */
  | 'unknown-serial'
  /** WeChat's own test with a wrong signature; it must be refused, and is no attack. */
  | 'probe'
  /** Signed well, but does not decrypt under our APIv3 key. */
  | 'decrypt'
  /** Headers or fields are missing. */
  | 'malformed'

/** A callback that must be answered 4xx/5xx `{ code: 'FAIL', message }` and must change nothing. */
export class NotificationError extends Error {
  override readonly name = 'NotificationError'

  constructor(
    readonly reason: NotificationErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
