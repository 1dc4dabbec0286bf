import { shopWith, tap, type Visit, waitFor, within } from './harness'

const button = (name: string | RegExp) => ['button', { name }] as const
const [SHANGHAI, SHENZHEN] = ['shanghai-wukang', 'shenzhen-mixc'] as const
const PERSON = { name: '王小明', phone: '13800138000' }
const ADDRESS = {
  ...{ ...PERSON, province: '上海市', city: '上海市', district: '徐汇区' },
  ...{ detail: '武康路 99 号', postalCode: null, nationalCode: null },
}
type Page = Awaited<ReturnType<Visit['openPage']>>
const sheetOf = async (page: Page) => within(await page.findByRole('dialog'))
const ready = (page: Page) =>
  waitFor(() => expect(page.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())

test('a product that only a store has says so, and is bought there', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith()
  shop.setStoreStock(SHANGHAI, 'lamp-white', 2)
  phone.storage.set('address', ADDRESS)
  const page = await openPage('/goods/product/index?id=lamp')
  await page.findByText('光也可以是软的')
  expect(page.getAllByText('仅门店自提').length).toBeGreaterThan(0)
  expect(page.queryByText('已售罄')).toBeNull()
  await page.findByRole(...button(/^门店 1 家门店有货/))
  page.getByText('快递暂时无货，到店自提免运费')

  await tap(page.getByRole(...button('自提购买')))
  const sheet = await sheetOf(page)
  sheet.getByText('上海武康路店有货')
  for (let taps = 0; taps < 2; taps++) await tap(sheet.getByRole(...button('增加数量')))
  await waitFor(() => expect(phone.toasts).toEqual(['一家门店最多有 2 件']))
  await tap(sheet.getByRole(...button('自提购买')))
  const checkout = await arriveAt('/trade/checkout/index')
  await checkout.findByText('上海武康路店')
  await ready(checkout)
  await tap(checkout.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.requestsTo('placeOrder')[0]?.body).toMatchObject({
    source: { kind: 'direct', skuId: 'lamp-white', quantity: 2 },
    address: null,
    delivery: { kind: 'pickup', storeId: SHANGHAI, ...PERSON },
  })
})

test.each([
  [2, /仅门店自提$/],
  [0, /已售罄$/],
])('among other products it is sold out only when no store has any: %d pieces', async (pieces, words) => {
  const { shop, openPage } = await shopWith()
  shop.setStoreStock(SHANGHAI, 'lamp-white', pieces)
  const page = await openPage('/goods/list/index?q=灯')
  expect((await page.findByRole(...button(/^和纸台灯/))).getAttribute('aria-label')).toMatch(words)
})

test('in the cart it is no invalid line: it is chosen itself, up to what a store has', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1, 'kettle-black': 2 } })
  shop.setStock('kettle-black', 0)
  shop.setStoreStock(SHANGHAI, 'kettle-black', 1)
  const page = await openPage('/pages/cart/index')
  await page.findByText('仅门店自提有货')
  expect(page.queryByText('已失效的商品')).toBeNull()
  page.getByRole(...button('去结算 (1)'))
  await tap(page.getByRole(...button('改为 1 件')))
  const kettle = () => page.getByRole('checkbox', { name: /^选择 .*壶/ })
  await waitFor(() => expect(kettle().getAttribute('aria-disabled')).toBeNull())
  expect(kettle().getAttribute('aria-checked')).toBe('false')
  await tap(kettle())
  await page.findByRole(...button('去结算 (2)'))
  await tap(page.getAllByRole(...button('增加数量'))[0]!)
  await waitFor(() => expect(phone.toasts).toEqual(['最多可买 1 件']))

  shop.setStoreStock(SHANGHAI, 'kettle-black', 0)
  const again = await openPage('/pages/cart/index')
  await again.findByText('已失效的商品')
  again.getByText('已售罄')
  await tap(again.getByRole(...button('清空')))
  await waitFor(() => expect(again.queryByText('已失效的商品')).toBeNull())
  expect(shop.requestsTo('removeCartLines').at(-1)?.body).toEqual({ lineIds: [expect.any(String)] })
})

test('with goods for a parcel it stands apart at checkout: the rest goes without it, or all of it waits in a store', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1, 'kettle-black': 1 } })
  shop.setStock('kettle-black', 0)
  shop.setStoreStock(SHANGHAI, 'kettle-black', 1)
  shop.setStoreStock(SHENZHEN, 'kettle-black', 0)
  phone.storage.set('address', ADDRESS)
  const cart = await openPage('/pages/cart/index')
  await tap(await cart.findByRole('checkbox', { name: /^选择 .*壶/ }))
  await tap(await cart.findByRole(...button('去结算 (2)')))
  const page = await arriveAt('/trade/checkout/index')
  await page.findByText('以下商品仅可到店自提')
  page.getByText('快递无货，门店可自提')
  await ready(page)
  await tap(page.getByRole(...button('提交订单')))
  await waitFor(() => expect(phone.toasts).toEqual(['有商品仅可到店自提，请改为自提或分开结算']))
  expect(shop.requestsTo('placeOrder')).toEqual([])

  await tap(page.getByRole(...button('改为到店自提')))
  await page.findByText('上海武康路店')
  await waitFor(() => expect(page.queryByText('以下商品仅可到店自提')).toBeNull())
  await tap(page.getByRole(...button(/^更换自提门店/)))
  const sheet = await sheetOf(page)
  const stores = sheet.getAllByRole('radio').map((store) => store.getAttribute('aria-label'))
  expect(stores[0]).toMatch(/^上海武康路店 有货/)
  expect(stores[1]).toMatch(/^深圳万象天地店 部分缺货 缺 .*壶/)
  await tap(sheet.getAllByRole('radio')[1]!)
  await page.findByText('这家店缺以下商品')
  await tap(page.getByRole(...button('分开结算')))
  await page.findByText('分开的商品已留在购物车，请确认金额后提交')
  await ready(page)
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()[0]!.lines.map(({ skuId }) => skuId)).toEqual(['mug-sand'])
  const left = await openPage('/pages/cart/index')
  await left.findByText('仅门店自提有货')
})
