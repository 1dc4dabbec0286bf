import type { Home } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getHome = endpoint({ name: 'getHome', method: 'GET', path: '/v1/home', auth: 'anyone', status: 200 })
const getHomePreview = endpoint({
  name: 'getHomePreview',
  method: 'GET',
  path: '/v1/home/preview',
  auth: 'anyone',
  status: 200,
})

export interface HomeResource {
  get(options?: CallOptions): Promise<Home>
  /**
   * What is not published yet, for who was given the token.
   * @throws {ApiError} `not_found`: the token's day is over, or the draft has been published
   */
  preview(token: string, options?: CallOptions): Promise<Home>
}

export const homeResource = (call: Caller): HomeResource => ({
  get: (options) => call(getHome, options),
  preview: (token, options) => call(getHomePreview, { ...options, query: { token } }),
})
