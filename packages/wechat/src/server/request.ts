import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, ExchangeFailure, exchange, type Fetch } from '../exchange'
import { WechatApiError } from './errors'

/** How to reach `api.weixin.qq.com` or what stands in for it. */
export interface ApiHost {
  fetch: Fetch
  apiUrl: string
  timeoutMs: number
  retryDelayMs: number
}

export interface ApiRequest {
  method: 'GET' | 'POST'
  /** From the root: `/sns/jscode2session`. */
  path: string
  query?: Record<string, string>
  body?: unknown
  /** Asking twice does no more than asking once: tried a second time when WeChat is unwell or unreachable. */
  safe?: boolean
}

/** An answer of a server API: a JSON object whose `errcode` is absent or 0. */
export type ApiAnswer = Record<string, unknown>

/** Calls one server API. Throws {@link WechatApiError} for every kind of failure. */
export async function requestApi(host: ApiHost, request: ApiRequest): Promise<ApiAnswer> {
  try {
    return await attempt(host, request)
  } catch (error) {
    const secondTry = request.safe && error instanceof WechatApiError && ['system', 'network'].includes(error.kind)
    if (!secondTry) throw error
    await pause(host.retryDelayMs)
    return attempt(host, request)
  }
}

async function attempt(host: ApiHost, { method, path, query, body }: ApiRequest): Promise<ApiAnswer> {
  const url = new URL(host.apiUrl + path)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json; charset=utf-8'
  const json = body === undefined ? undefined : JSON.stringify(body)
  const { fetch, timeoutMs } = host
  try {
    return readAnswer(path, await exchange({ fetch, method, url, headers, body: json, timeoutMs }))
  } catch (error) {
    if (!(error instanceof ExchangeFailure)) throw error
    const kind = error.reason === 'too-large' ? 'system' : error.reason
    throw new WechatApiError({ kind, path, message: error.message, cause: error.cause })
  }
}

function readAnswer(path: string, { status, body }: Answer): ApiAnswer {
  const answer = parseObject(body)
  if (!answer) {
    throw new WechatApiError({ kind: 'system', path, httpStatus: status, message: `HTTP ${status}, no JSON object` })
  }
  // Success may leave errcode out, or send 0.
  const errcode = Number(answer.errcode ?? 0)
  if (errcode !== 0) throw WechatApiError.fromErrcode(path, errcode, String(answer.errmsg ?? ''))
  if (status !== 200) {
    throw new WechatApiError({
      kind: status >= 500 ? 'system' : 'refused',
      path,
      httpStatus: status,
      message: `HTTP ${status}`,
    })
  }
  return answer
}

function parseObject(body: Buffer): ApiAnswer | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ApiAnswer) : undefined
  } catch {
    return undefined
  }
}
