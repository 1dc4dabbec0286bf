import { requireAddress, requireText } from '../config-error'
import type { Clock, Fetch } from '../exchange'
import { type AccessTokenStore, createAccessTokens, memoryTokenStore } from './access-token'
import { code2Session, type WechatSession } from './code2session'
import { WechatApiError } from './errors'
import { type CheckedPicture, checkPicture } from './media-check'
import { type PhoneNumber, readPhoneNumber } from './phone-number'
import { type ApiAnswer, type ApiHost, requestApi } from './request'
import { type SubscribeMessage, sendSubscribeMessage } from './subscribe-message'
import { type CheckedText, checkText, type TextVerdict } from './text-check'

export interface WechatServerOptions {
  /** The Mini Program's appid. */
  appid: string
  /** Its AppSecret; never leaves the gateway. */
  secret: string
  /** Default `https://api.weixin.qq.com`; the sandbox's address when developing. */
  apiUrl?: string
  fetch?: Fetch
  clock?: Clock
  /** Shared by all gateways of this appid; default: memory of this process. */
  tokenStore?: AccessTokenStore
  /** Milliseconds for one attempt; default 5000. */
  timeoutMs?: number
  /** Milliseconds before the second attempt of a safe call; default 200. */
  retryDelayMs?: number
}

export interface CallOptions {
  /** Default POST with `body` as JSON. */
  method?: 'GET' | 'POST'
  /** Asking twice does no more than asking once (queries, checks; never a message): tried again once on -1 or a lost connection. */
  safe?: boolean
}

export interface WechatServer {
  /** Exchanges the code of `wx.login` for the shopper's identity; see {@link code2Session}. */
  code2Session(code: string): Promise<WechatSession>
  /** The number behind a code of the phone button; see {@link readPhoneNumber}. */
  phoneNumber(code: string): Promise<PhoneNumber>
  /** One message to one person; see {@link sendSubscribeMessage}. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<'sent' | 'not_allowed'>
  /** What WeChat thinks of a text somebody wrote; see {@link checkText}. */
  checkText(text: CheckedText): Promise<TextVerdict>
  /** Asks what WeChat thinks of a picture; the answer is pushed, see {@link checkPicture}. */
  checkPicture(picture: CheckedPicture): Promise<string>
  /**
   * Calls any API that takes an access token, e.g. `call('/wxa/getwxacodeunlimit', { scene, … })`, and resolves with its JSON.
   * A refused token (40001, 42001) is replaced once and the call made once more; a second refusal is thrown.
   * `T` is what the caller expects of the answer: nothing checks it here.
   *
   * @throws WechatApiError
   */
  call<T extends object = ApiAnswer>(path: string, body?: unknown, options?: CallOptions): Promise<T>
}

/**
 * A client of WeChat's server APIs for one Mini Program. Make one per process: it is the holder of the access token.
 *
 * @throws WechatConfigError when a setting cannot work
 */
export function createWechatServer(options: WechatServerOptions): WechatServer {
  const { clock = Date.now, tokenStore = memoryTokenStore() } = options
  const appid = requireText('appid', options.appid)
  const secret = requireText('secret', options.secret)
  const host: ApiHost = {
    apiUrl: requireAddress('apiUrl', options.apiUrl ?? 'https://api.weixin.qq.com'),
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 5000,
    retryDelayMs: options.retryDelayMs ?? 200,
  }
  const tokens = createAccessTokens({ host, appid, secret, store: tokenStore, clock })

  async function call<T extends object = ApiAnswer>(
    path: string,
    body?: unknown,
    { method = 'POST', safe = false }: CallOptions = {},
  ): Promise<T> {
    const withToken = (accessToken: string) =>
      requestApi(host, { method, path, query: { access_token: accessToken }, body, safe }) as Promise<T>
    const token = await tokens.current()
    try {
      return await withToken(token)
    } catch (error) {
      if (!(error instanceof WechatApiError && error.accessTokenRefused)) throw error
      return withToken(await tokens.replace(token))
    }
  }

  return {
    code2Session: (code) => code2Session(host, appid, secret, code),
    phoneNumber: (code) => readPhoneNumber(call, code),
    sendSubscribeMessage: (message) => sendSubscribeMessage(call, message),
    checkText: (text) => checkText(call, text),
    checkPicture: (picture) => checkPicture(call, picture),
    call,
  }
}
