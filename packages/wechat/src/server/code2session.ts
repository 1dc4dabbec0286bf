import { WechatApiError } from './errors'
import { type ApiHost, requestApi } from './request'

const PATH = '/sns/jscode2session'

/** Who the shopper is to this Mini Program. */
export interface WechatSession {
  openid: string
  /** Only when the Mini Program is bound to an open-platform account. */
  unionid?: string
  /** Never leaves the gateway: whoever has it can forge this user's data. */
  sessionKey: string
}

/**
 * Exchanges the code of `wx.login` (single use, 5 min) for the shopper's identity.
 *
 * Never tried twice by itself, not even on errcode -1: the first attempt may have used the code up, and the app gets a new code for nothing.
 *
 * @throws WechatApiError kind `invalid-code` (40029), `code-used` (40163), `rate-limited` (45011), `blocked` (40226), `credential`, `system`, `network`, `timeout`
 */
export async function code2Session(host: ApiHost, appid: string, secret: string, code: string): Promise<WechatSession> {
  if (code === '') throw new WechatApiError({ kind: 'invalid-code', path: PATH, message: 'the code is empty' })
  const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
  const { openid, session_key, unionid } = await requestApi(host, { method: 'GET', path: PATH, query })
  if (typeof openid !== 'string' || openid === '' || typeof session_key !== 'string') {
    throw new WechatApiError({
      kind: 'system',
      path: PATH,
      httpStatus: 200,
      message: 'no openid or session_key in the answer',
    })
  }
  const known = typeof unionid === 'string' && unionid !== ''
  return { openid, sessionKey: session_key, ...(known && { unionid }) }
}
