import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, type Clock, ExchangeFailure, exchange, type Fetch } from '../exchange'
import { WechatPayError } from './errors'
import { authorization, type MerchantSigner, newNonce } from './signing'
import { type KeyLookup, SignatureRefused, verifyWechatSignature } from './verification'
import { parseWire, WireError, type WireObject } from './wire'

/** How this merchant reaches WeChat Pay. */
export interface PayWire {
  fetch: Fetch
  clock: Clock
  baseUrl: string
  signer: MerchantSigner
  /** Sent as `Wechatpay-Serial`: which of its keys WeChat should sign the answer with. */
  preferredSerial: string | undefined
  timeoutMs: number
  retryDelayMs: number
}

export interface PayRequest {
  method: 'GET' | 'POST'
  /** Path with query, from the root: `/v3/…`. */
  path: string
  body?: object
  /** The keys the answer may be signed with; the certificate download finds them in the answer itself. */
  keysFor: (body: Buffer) => KeyLookup
  /** Tried once more, newly signed, when WeChat is unwell or unreachable: for calls that change nothing when repeated. */
  repeatable?: boolean
}

/** How an error names a call; without the query. */
export function operationOf({ method, path }: Pick<PayRequest, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\?.*/, '')}`
}

/**
 * Signs and sends one request and resolves with the body of a 2xx **whose signature holds** (empty for 204).
 *
 * @throws WechatPayError
 */
export async function sendSigned(wire: PayWire, request: PayRequest): Promise<Buffer> {
  try {
    return await attempt(wire, request)
  } catch (error) {
    if (!(request.repeatable && worthASecondTry(error))) throw error
    await pause(wire.retryDelayMs)
    return attempt(wire, request)
  }
}

/** Not after a time-out or a frequency limit: a shopper is waiting, and haste made the limit. */
function worthASecondTry(error: unknown): boolean {
  if (!(error instanceof WechatPayError) || !error.retryable || error.httpStatus === 429) return false
  if (error.code === 'ANSWER_UNVERIFIED') return error.detail?.problem === 'probe'
  return error.code !== 'TIMEOUT'
}

async function attempt(wire: PayWire, request: PayRequest): Promise<Buffer> {
  const operation = operationOf(request)
  const answer = await exchangeSigned(wire, request, operation)
  const requestId = answer.headers.get('request-id') ?? undefined
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer, operation, requestId)
  try {
    await verifyWechatSignature(answer.headers, answer.body, request.keysFor(answer.body), wire.clock)
  } catch (error) {
    if (!(error instanceof SignatureRefused)) throw error
    const { problem, message, cause } = error
    const passing = problem === 'probe' || (cause instanceof WechatPayError && cause.retryable)
    const facts = {
      operation,
      httpStatus: answer.status,
      requestId,
      detail: { problem },
      retryable: passing,
      cause: error,
    }
    throw new WechatPayError({ code: 'ANSWER_UNVERIFIED', message, ...facts })
  }
  return answer.body
}

async function exchangeSigned(wire: PayWire, request: PayRequest, operation: string): Promise<Answer> {
  const { fetch, clock, baseUrl, signer, preferredSerial, timeoutMs } = wire
  const { method } = request
  const url = new URL(baseUrl + request.path)
  // One text, signed and sent: serialising twice could differ.
  const body = request.body === undefined ? '' : JSON.stringify(request.body)
  const timestamp = Math.floor(clock() / 1000)
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': 'xiaopu-wechat/0.1',
    authorization: authorization(signer, { method, url, body, timestamp, nonce: newNonce() }),
  }
  if (preferredSerial) headers['wechatpay-serial'] = preferredSerial
  if (body !== '') headers['content-type'] = 'application/json; charset=utf-8'
  try {
    return await exchange({ fetch, method, url, headers, body: body === '' ? undefined : body, timeoutMs })
  } catch (error) {
    if (!(error instanceof ExchangeFailure)) throw error
    const { reason, message, cause } = error
    const code = reason === 'timeout' ? 'TIMEOUT' : reason === 'network' ? 'NETWORK' : 'ANSWER_MALFORMED'
    throw new WechatPayError({ code, message, operation, cause })
  }
}

/** Errors are believed unsigned, as WeChat's own clients do: a 401 cannot be signed for a merchant it does not know. */
function refusalOf({ status, body }: Answer, operation: string, requestId: string | undefined): WechatPayError {
  const { code, message, detail } = tryParse(body)
  const known = typeof code === 'string' && code !== ''
  return new WechatPayError({
    code: known ? code : 'HTTP_ERROR',
    message: typeof message === 'string' ? message : 'the answer gives no reason',
    operation,
    httpStatus: status,
    requestId,
    detail: typeof detail === 'object' && detail !== null ? (detail as WireObject) : undefined,
  })
}

function tryParse(body: Buffer): WireObject {
  try {
    return parseWire(body.toString('utf8'))
  } catch (error) {
    if (error instanceof WireError) return {}
    throw error
  }
}
