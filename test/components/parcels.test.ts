import { ok, orderOf, type ShopOverrides, shopWith, tap, waitFor } from './harness'

const ORDER = '/trade/order/index?id=order-1'
const button = (name: string | RegExp) => ['button', { name }] as const

/** Two kettles, paid. */
async function withPaid(overrides: ShopOverrides = {}) {
  const visit = await shopWith({ at: '2026-05-05T04:00:00Z', ...overrides })
  await visit.before(orderOf('kettle-black', 2))
  visit.shop.pay('order-1')
  return visit
}

test('a parcel on its way: who brings it, its number to copy, since when', async () => {
  const { shop, phone, openPage } = await withPaid()
  shop.ship('order-1', { carrier: '中通快递', trackingNumber: 'ZT123' })
  const page = await openPage(ORDER)
  await page.findByText('待收货')
  page.getByText(/自动确认收货$/)
  page.getByText('中通快递')
  page.getByText(/^2026-05-05 12:0\d 发出$/)
  await tap(page.getByRole(...button('复制运单号 ZT123')))
  await waitFor(() => expect(phone.callsOf('setClipboardData')).toEqual([{ data: 'ZT123' }]))
})

test('a part of it is sent: what is in the parcel, and what is still being packed', async () => {
  const { shop, openPage } = await withPaid()
  shop.ship('order-1', { lines: [{ skuId: 'kettle-black', quantity: 1 }] })
  const page = await openPage(ORDER)
  await page.findByText('部分发货')
  page.getByText('一部分已经发出，其余正在备货')
  page.getByText('正在备货')
  expect(page.getAllByText('×1')).toHaveLength(2)
  expect(page.queryByRole(...button(/^确认收货/))).toBeNull()
})

test('确认收货 asks what it means, and completes the order', async () => {
  const { shop, phone, openPage } = await withPaid()
  shop.ship('order-1')
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button(/^确认收货/)))
  await page.findByText('已完成')
  expect(phone.callsOf('showModal')).toMatchObject([
    { title: '商品都收到了吗？', content: '确认后这笔订单就完成了。有商品没到或有问题，请先联系客服' },
  ])
  expect(phone.toasts).toEqual(['已确认收货'])
  expect(shop.orders()).toMatchObject([{ status: 'completed' }])
})

test('还没有 leaves it on its way', async () => {
  const { shop, phone, openPage } = await withPaid()
  phone.showModal = ok({ confirm: false, cancel: true })
  shop.ship('order-1')
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button(/^确认收货/)))
  await waitFor(() => expect(phone.callsOf('showModal')).toHaveLength(1))
  expect(shop.requestsTo('confirmReceipt')).toEqual([])
})

test('确认收货 opens WeChat’s component once WeChat was told of the parcel; what came of it is what the server says', async () => {
  const { shop, phone, openPage } = await withPaid()
  shop.ship('order-1')
  shop.tellWechat('order-1')
  const page = await openPage(ORDER)
  const ends = (status: string) =>
    phone.tell('appShow', { referrerInfo: { appId: 'wx1183b055aeec94d1', extraData: { status } } })
  const receives = async (times: number) => {
    await tap(await page.findByRole(...button(/^确认收货/)))
    await waitFor(() => expect(phone.callsOf('openBusinessView')).toHaveLength(times))
  }
  await receives(1)
  ends('cancel')
  await waitFor(() => expect(shop.requestsTo('checkReceipt')).toHaveLength(1))
  await waitFor(() => expect(page.getByRole(...button(/^确认收货/)).getAttribute('aria-disabled')).toBeNull())
  page.getByText('待收货')

  await receives(2)
  shop.receiveInWechat('order-1')
  ends('success')
  await page.findByText('已完成')
  expect(phone.callsOf('openBusinessView')[1]).toMatchObject({ businessType: 'weappOrderConfirm' })
  expect([phone.toasts, phone.callsOf('showModal')]).toEqual([['已确认收货'], []])
  expect(shop.requestsTo('confirmReceipt')).toEqual([])
})
