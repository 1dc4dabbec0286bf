import { type ApiClient, createApiClient } from '@xiaopu/api-client'
import { createFetchTransport } from '@xiaopu/api-client/fetch'
import { createShop, handlers, type Shop, type ShopOptions } from '@xiaopu/api-client/testing'
import { type RouteName, type Routes, routes } from '@xiaopu/contract'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { compiled, type Output } from './build'
import { MiniProgram } from './mini-program/app'
import type { PageView } from './mini-program/page-view'
import { Phone } from './phone/phone'

/** The gateway's, whatever origin the build was made for. */
const origin = 'https://gateway.test'

export const server = setupServer()
const open = new Set<MiniProgram>()

export interface ShopOverrides extends Omit<ShopOptions, 'now'> {
  /** What the clocks of shop and phone show when the test begins; they go on from there. */
  at?: string
  /** What is left of a SKU; the table of SKUs is in the api-client's README. */
  stock?: Record<string, number>
  /** fen */
  prices?: Record<string, number>
  /** Already in the shopper's cart, last one first. */
  cart?: Record<string, number>
  /** Of WeChat: `en` for an English phone. */
  language?: 'zh_CN' | 'en'
  /** Which build; `qa` unless said otherwise. */
  output?: Output
}

/** One shop, one phone, and one shopper who holds it. */
export interface Visit {
  /** The gateway as far as the phone can see it: its stock, its orders, every request that came. */
  shop: Shop
  phone: Phone
  /** The gateway answers this instead: for what the fake shop never is, such as without a single product. */
  instead<Name extends RouteName>(route: Name, answer: Routes[Name]['response']['_output']): void
  /** The same shopper by other means: for what was before the test begins. Its requests are not in `shop.requests`. */
  before<T>(deed: (shopper: ApiClient) => Promise<T>): Promise<T>
  /** The first page, or another one on top of it: `openPage('/goods/product/index?id=tee')`. */
  openPage(url: string): Promise<PageView>
  /** The page a tap leads to, once it is there. */
  arriveAt(path: string): Promise<PageView>
  current(): PageView
  /** WeChat's own arrow: the page on top is left, whatever it was doing. */
  goBack(): void
}

/** A shop as the test wants it, and a phone with the compiled app; the app starts with the first page. */
export async function shopWith(overrides: ShopOverrides = {}): Promise<Visit> {
  const { stock = {}, prices = {}, cart = {}, language, output = 'qa', at, ...options } = overrides
  const root = compiled(output)
  const ahead = at ? Date.parse(at) - Date.now() : 0
  const now = () => Date.now() + ahead
  const shop = createShop({ ...options, now })
  for (const [skuId, left] of Object.entries(stock)) shop.setStock(skuId, left)
  for (const [skuId, fen] of Object.entries(prices)) shop.setPrice(skuId, fen)
  server.use(...handlers(shop, origin))

  const phone = new Phone()
  phone.now = now
  if (language) phone.language = language
  phone.requestPayment = ({ package: prepay }) => {
    shop.payByPackage(String(prepay))
    return { result: {} }
  }

  const token = shop.signIn()
  const shopper = createApiClient({
    origin,
    transport: createFetchTransport(),
    locale: () => 'zh-CN',
    session: { read: () => token, renew: async () => token, forget() {} },
  })
  const before: Visit['before'] = async (deed) => {
    const done = await deed(shopper)
    shop.requests.splice(0)
    return done
  }
  for (const [skuId, quantity] of Object.entries(cart)) await before(({ cart }) => cart.add({ skuId, quantity }))

  let app: MiniProgram | undefined
  const running = () => {
    app ??= new MiniProgram(root, phone, origin)
    open.add(app)
    return app
  }
  return {
    shop,
    phone,
    instead(route, answer) {
      const { method, path, status } = routes[route]
      const listen = http[method.toLowerCase() as Lowercase<typeof method>]
      server.use(listen(origin + path, () => HttpResponse.json(answer as object, { status })))
    },
    before,
    openPage: (url) => running().open(url),
    arriveAt: (path) => running().arriveAt(path),
    current: () => running().current(),
    goBack: () => running().stack.navigateBack(1),
  }
}

/** After each test: every app is closed, and the shop it was in. */
export function closeEverything() {
  for (const app of open) app.close()
  open.clear()
  server.resetHandlers()
  document.head.replaceChildren()
  document.body.replaceChildren()
}
