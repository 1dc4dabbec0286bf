import type { Shopper } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getMe = endpoint({ name: 'getMe', method: 'GET', path: '/v1/me', auth: 'shopper', status: 200 })

export interface MeResource {
  get(options?: CallOptions): Promise<Shopper>
}

export const meResource = (call: Caller): MeResource => ({
  get: (options) => call(getMe, options),
})
