/** The output as it is uploaded, minified and all: every page loads, asks the gateway and draws itself without a complaint. */

import { orderOf, shopWith, waitFor } from './harness'
import { compiled } from './harness/build'
import { readAppConfig } from './harness/mini-program/app-config'

/** Where a shopper comes from, with what the page needs to know. */
const ADDRESSES: Record<string, string> = {
  'pages/home/index': '',
  'pages/category/index': '',
  'pages/cart/index': '',
  'pages/profile/index': '',
  'goods/product/index': '?id=tee',
  'goods/list/index': '?category=living',
  'goods/reviews/index': '?id=mug',
  'trade/checkout/index': '',
  'trade/result/index': '?order=order-1',
  'trade/orders/index': '',
  'trade/order/index': '?id=order-1',
  'trade/review/index': '?order=order-1',
  'trade/fapiao/index': '?order=order-1',
  'trade/fapiao-titles/index': '',
  'trade/fapiao-title/index': '',
  'trade/parcel/index': '?order=order-1&shipment=shipment-1',
  'trade/after-sales/index': '',
  'trade/after-sale/index': '?id=after-sale-1',
  'trade/after-sale-request/index': '?order=order-1',
  'stores/list/index': '',
  'account/settings/index': '',
  'account/me/index': '',
  'account/privacy/index': '',
  'account/leave/index': '',
  'account/addresses/index': '',
  'account/address/index': '',
  'account/favourites/index': '',
  'account/history/index': '',
  'account/coupons/index': '',
  'account/wallet/index': '',
}

test('no page is left out here', () => {
  const { routes } = readAppConfig(compiled('release'))
  expect(Object.keys(ADDRESSES).sort()).toEqual([...routes].sort())
})

test.each(Object.entries(ADDRESSES))('%s%s', async (route, query) => {
  const { shop, before, openPage } = await shopWith({ output: 'release', cart: { 'mug-sand': 1 } })
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  const page = await openPage(`/${route}${query}`)
  await waitFor(() => expect(page.queryByLabelText('加载中')).toBeNull())
  expect(page.queryByText('这一页出了点问题')).toBeNull()
  expect(page.queryByRole('button', { name: '重试' })).toBeNull()
  expect(page.text()).toMatch(/\p{Script=Han}/u)
  expect(shop.faults).toEqual([])
})
