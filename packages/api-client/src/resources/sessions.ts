import type { Session } from '@xiaopu/contract'
import { isApiError } from '../api-error'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'
import type { SessionSource } from '../call/session-keeper'

const signIn = endpoint({ name: 'signIn', method: 'POST', path: '/v1/sessions', auth: 'anyone', status: 201 })
const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/v1/sessions/current',
  auth: 'shopper',
  status: 204,
})

export interface SessionsResource {
  /**
   * @param code of `wx.login`: single use, so the call is never repeated
   * @throws {ApiError} `sign_in_refused`, `account_blocked`, `rate_limited`, `wechat_unavailable`
   */
  signIn(code: string, options?: CallOptions): Promise<Session>
  /** Ends the session here and at the gateway. Nobody is signed in just to be signed out. */
  signOut(options?: CallOptions): Promise<void>
}

export const sessionsResource = (call: Caller, session: SessionSource): SessionsResource => ({
  signIn: (code, options) => call(signIn, { ...options, body: { code } }),
  async signOut(options) {
    const token = session.read()
    if (token === null) return
    session.forget()
    try {
      await call(signOut, { ...options, token })
    } catch (error) {
      if (!(isApiError(error) && error.status === 401)) throw error
    }
  },
})
