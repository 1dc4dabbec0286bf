import type { Address, Locale } from '@xiaopu/contract'
import { setupServer } from 'msw/node'
import { createApiClient } from '../client'
import { createShop, handlers, type ShopOptions } from '../testing'
import { createFetchTransport } from '../wire/fetch-transport'

export const origin = 'https://shop.test'
export const address: Address = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: '518000',
  nationalCode: '440305',
}

/** Starts and stops MSW around the tests of a file; a request that nobody answers fails. */
export function useServer() {
  const server = setupServer()
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  return server
}

/** A shop that is open, and a shopper who signs in when it is needed. */
export function openShop(server: ReturnType<typeof setupServer>, options?: ShopOptions, locale: Locale = 'zh-CN') {
  const shop = createShop(options)
  server.use(...handlers(shop, origin))
  return { shop, api: visitor(locale) }
}

let codes = 0
/** Somebody with a phone: a client and its session. @param name goes into the codes of `wx.login` */
export function visitor(locale: Locale = 'zh-CN', name = 'code') {
  let token: string | null = null
  const api = createApiClient({
    origin,
    transport: createFetchTransport(),
    locale: () => locale,
    random: () => 0,
    session: {
      read: () => token,
      async renew() {
        token = (await api.sessions.signIn(`${name}-${++codes}`)).token
        return token
      },
      forget() {
        token = null
      },
    },
  })
  return api
}
