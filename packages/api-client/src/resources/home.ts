import type { Home } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getHome = endpoint({ name: 'getHome', method: 'GET', path: '/v1/home', auth: 'anyone', status: 200 })

export interface HomeResource {
  get(options?: CallOptions): Promise<Home>
}

export const homeResource = (call: Caller): HomeResource => ({
  get: (options) => call(getHome, options),
})
