/** Nothing of the shop answers: no page loads for ever, and each has something to go on with. */

import { type RouteName, routes } from '@xiaopu/contract'
import { shopWith, waitFor } from './harness'
import { compiled } from './harness/build'
import { readAppConfig } from './harness/mini-program/app-config'

/** Whatever a page may be asked for. */
const queryOf = (route: string) =>
  route.startsWith('goods/') ? '?id=mug&category=living' : '?order=order-1&id=order-1&shipment=shipment-1'

test.each(readAppConfig(compiled('qa')).routes)('%s', async (route) => {
  const { shop, phone, openPage } = await shopWith()
  phone.haste = 20
  for (const name of Object.keys(routes) as RouteName[]) shop.fail(name, { code: 'internal', times: 99 })
  const page = await openPage(`/${route}${queryOf(route)}`)
  await waitFor(() => expect(page.queryByLabelText('加载中')).toBeNull(), { timeout: 10_000 })
  const ways = [...page.queryAllByRole('button'), ...page.queryAllByRole('textbox'), ...page.queryAllByRole('radio')]
  expect(ways.length).toBeGreaterThan(0)
  expect(page.text()).not.toMatch(/undefined|NaN|\[object|internal/)
})
