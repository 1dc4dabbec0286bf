import { shopWith } from './harness'
import { compiled } from './harness/build'
import { readAppConfig } from './harness/mini-program/app-config'

/** Where each of these begins on the page, from the top; words that are not there are -1, and so out of order. */
const places = (text: string, words: string[]) => words.map((one) => text.indexOf(one))
const fromTheTop = (found: number[]) => [...found].sort((one, other) => one - other)

test('there are four tabs, and no other page is one', () => {
  const { tabs } = readAppConfig(compiled('qa'))
  expect(tabs).toEqual(['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/profile/index'])
})

test('a product tells its price first, then how it comes, what buyers say, and its story last', async () => {
  const { openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByText(/^查看全部/)
  const found = places(page.text(), ['128', '48 小时内发货', '查看全部', '关于它'])
  expect(found).toEqual(fromTheTop(found))
  expect(found).not.toContain(-1)
})

test('a checkout begins with where it goes and ends with what it comes to', async () => {
  const { openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage('/trade/checkout/index')
  await page.findByText('手工粗陶马克杯')
  const found = places(page.text(), ['选择收货地址', '手工粗陶马克杯', '快递 ·', '优惠券', '发票', '备注', '提交订单'])
  expect(found).toEqual(fromTheTop(found))
  expect(found).not.toContain(-1)
})
