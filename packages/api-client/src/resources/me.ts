import type { AccountDeletion, ChangeMe, MyData, Shopper } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getMe = endpoint({ name: 'getMe', method: 'GET', path: '/v1/me', auth: 'shopper', status: 200 })
const changeMe = endpoint({ name: 'changeMe', method: 'PUT', path: '/v1/me', auth: 'shopper', status: 200 })
const bindPhone = endpoint({ name: 'bindPhone', method: 'POST', path: '/v1/me/phone', auth: 'shopper', status: 200 })
const unbindPhone = endpoint({
  name: 'unbindPhone',
  method: 'DELETE',
  path: '/v1/me/phone',
  auth: 'shopper',
  status: 200,
})
const getMyData = endpoint({ name: 'getMyData', method: 'GET', path: '/v1/me/data', auth: 'shopper', status: 200 })
const getAccountDeletion = endpoint({
  name: 'getAccountDeletion',
  method: 'GET',
  path: '/v1/me/deletion',
  auth: 'shopper',
  status: 200,
})
const deleteMe = endpoint({ name: 'deleteMe', method: 'DELETE', path: '/v1/me', auth: 'shopper', status: 204 })

export interface MeResource {
  get(options?: CallOptions): Promise<Shopper>
  /** What is left out stays as it is. */
  change(change: ChangeMe, options?: CallOptions): Promise<Shopper>
  /**
   * @param code of the getPhoneNumber button: single use, so that the call is never repeated
   * @throws {ApiError} `phone_code_refused`, `rate_limited`, `wechat_unavailable`
   */
  bindPhone(code: string, options?: CallOptions): Promise<Shopper>
  unbindPhone(options?: CallOptions): Promise<Shopper>
  /** Everything that is kept of the shopper. */
  data(options?: CallOptions): Promise<MyData>
  /** What deleting the account would do, and what stands in its way. */
  deletion(options?: CallOptions): Promise<AccountDeletion>
  /**
   * Deletes the account for ever; every session of the shopper ends.
   *
   * @throws {ApiError} `account_in_use`, `request_in_progress`
   */
  remove(options?: CallOptions): Promise<void>
}

export const meResource = (call: Caller): MeResource => ({
  get: (options) => call(getMe, options),
  change: (change, options) => call(changeMe, { ...options, body: change }),
  bindPhone: (code, options) => call(bindPhone, { ...options, body: { code } }),
  unbindPhone: (options) => call(unbindPhone, options),
  data: (options) => call(getMyData, options),
  deletion: (options) => call(getAccountDeletion, options),
  remove: (options) => call(deleteMe, { ...options, query: { confirm: 'delete-my-account' } }),
})
