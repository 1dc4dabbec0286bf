/** Whoever is quicker than the network: every page is left before its first answer has come, and nothing of it is felt afterwards. */

import { type RouteName, routes } from '@xiaopu/contract'
import { orderOf, shopWith } from './harness'
import { compiled } from './harness/build'
import { readAppConfig } from './harness/mini-program/app-config'

const pages = readAppConfig(compiled('qa')).routes.filter((route) => !route.startsWith('pages/'))
/** Whatever a page may be asked for. */
const queryOf = (route: string) =>
  route.startsWith('goods/')
    ? '?id=mug&category=living'
    : route === 'trade/checkout/index'
      ? '?sku=mug-sand&quantity=1'
      : '?order=order-1&id=order-1&shipment=shipment-1'

test.each(pages)('%s', async (route) => {
  const { shop, phone, before, openPage, current, goBack } = await shopWith()
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  const home = await openPage('/pages/home/index')
  await home.findAllByText('和纸台灯')
  const toLetGo = (Object.keys(routes) as RouteName[]).map((name) => shop.hold(name))
  await openPage(`/${route}${queryOf(route)}`)
  goBack()
  expect(current()).toBe(home)
  const words = home.text()
  for (const letGo of toLetGo) letGo()

  // One more answer than the page is waiting for, so that those are here.
  await before(({ catalog }) => catalog.categories())
  await before(({ home }) => home.get())
  expect(current()).toBe(home)
  expect(home.text()).toBe(words)
  expect(phone.toasts).toEqual([])
  expect(phone.callsOf('showModal')).toEqual([])
  expect(shop.faults).toEqual([])
})
