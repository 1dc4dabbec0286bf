/** What a failed call means to the caller, so that nobody else needs the table of numbers. */
export type WechatApiErrorKind =
  /** The login or phone code is wrong or older than 5 min: ask the app for a new one. */
  | 'invalid-code'
  /** The code was exchanged before: ask the app for a new one. */
  | 'code-used'
  /** A per-minute or daily limit. */
  | 'rate-limited'
  /** WeChat blocks this user as high-risk. */
  | 'blocked'
  /** appid, secret, access token or IP whitelist: the operator must act. */
  | 'credential'
  /** The account has no right to this API. */
  | 'not-authorised'
  /** WeChat is unwell: -1, HTTP 5xx, an answer that is no JSON. */
  | 'system'
  | 'network'
  | 'timeout'
  /** Every other errcode: the API refused these parameters. */
  | 'refused'

const KIND_OF_ERRCODE = new Map<number, WechatApiErrorKind>([
  [-1, 'system'],
  [40029, 'invalid-code'],
  [41008, 'invalid-code'],
  [40163, 'code-used'],
  [45009, 'rate-limited'],
  [45011, 'rate-limited'],
  [40226, 'blocked'],
  [40001, 'credential'],
  [40002, 'credential'],
  [40013, 'credential'],
  [40014, 'credential'],
  [40125, 'credential'],
  [40164, 'credential'],
  [41001, 'credential'],
  [41002, 'credential'],
  [41004, 'credential'],
  [42001, 'credential'],
  [48001, 'not-authorised'],
])

/** WeChat refuses the access token itself; a new one may help. */
const ACCESS_TOKEN_REFUSED = new Set([40001, 40014, 42001])

export interface WechatApiErrorFacts {
  kind: WechatApiErrorKind
  /** The path called, without query: queries carry the secret and the token. */
  path: string
  message: string
  errcode?: number
  errmsg?: string
  httpStatus?: number
  cause?: unknown
}

/** The one error of `createWechatServer`. `rid` is what WeChat's support asks for. */
export class WechatApiError extends Error {
  override readonly name = 'WechatApiError'
  readonly kind: WechatApiErrorKind
  readonly path: string
  readonly errcode: number | undefined
  readonly errmsg: string | undefined
  readonly rid: string | undefined
  readonly httpStatus: number | undefined

  constructor({ kind, path, message, errcode, errmsg, httpStatus, cause }: WechatApiErrorFacts) {
    super(`${path}: ${message}`, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.path = path
    this.errcode = errcode
    this.errmsg = errmsg
    this.httpStatus = httpStatus
    this.rid = errmsg && /\brid: *(\S+)/.exec(errmsg)?.[1]
  }

  /** The error of an answer that carries a non-zero `errcode` (its HTTP status is 200 all the same). */
  static fromErrcode(path: string, errcode: number, errmsg: string): WechatApiError {
    const kind = KIND_OF_ERRCODE.get(errcode) ?? 'refused'
    return new WechatApiError({
      kind,
      path,
      errcode,
      errmsg,
      httpStatus: 200,
      message: `errcode ${errcode} ${errmsg}`.trim(),
    })
  }

  /** Nothing is wrong with the request; a later attempt may pass. Says nothing about whether this attempt took effect. */
  get retryable(): boolean {
    return ['system', 'network', 'timeout', 'rate-limited'].includes(this.kind)
  }

  /** True when the access token, not the request, was refused. */
  get accessTokenRefused(): boolean {
    return this.errcode !== undefined && ACCESS_TOKEN_REFUSED.has(this.errcode)
  }
}
