import { orderOf, shopWith, tap, waitFor, within } from './harness'

const ORDER = '/trade/order/index?id=order-1'
const button = (name: string | RegExp) => ['button', { name }] as const

test('an unpaid order says how long it waits, where it goes and what it comes to', async () => {
  const { before, openPage } = await shopWith({ at: '2026-05-05T04:00:00Z' })
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await page.findByText('待付款')
  page.getByText(/^剩余 (30:00|29:\d\d)$/)
  page.getByText('上海市 徐汇区 武康路 99 号 302 室')
  page.getByLabelText('¥12.00')
  page.getByLabelText('¥140.00')
  page.getByText('20260505000001')
  page.getByText(/^2026-05-05 12:0\d$/)
  page.getByText('不开发票')
  // Nothing is to be seen there, and nothing to be asked for before it is paid.
  expect(page.queryByRole(...button(/^发票/))).toBeNull()
  page.getByRole(...button('联系客服'))
})

test('a second that passes redraws its own words, and not the page', async () => {
  const { before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage('/trade/orders/index')
  const left = await page.findByText(/^剩余 \d\d:\d\d$/)
  const first = left.textContent
  const bytes = page.drawn.bytes
  await waitFor(() => expect(page.getByText(/^剩余 \d\d:\d\d$/).textContent).not.toBe(first), { timeout: 5_000 })
  expect(page.drawn.bytes - bytes).toBeLessThan(400)
})

test('its number can be copied', async () => {
  const { phone, before, openPage } = await shopWith({ at: '2026-05-05T04:00:00Z' })
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button('复制订单编号')))
  await waitFor(() => expect(phone.callsOf('setClipboardData')).toEqual([{ data: '20260505000001' }]))
})

test('a part of its money that went back is said under its state, and in the sum', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.pay('order-1')
  shop.refund('order-1', 10_50)
  const page = await openPage(ORDER)
  await page.findByText('已退 ¥10.50，按原支付方式退回')
  page.getByText('店家正在备货')
  page.getByLabelText('-¥10.50')
})

test('去支付 pays it', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button(/^去支付/)))
  await (await arriveAt('/trade/result/index')).findByText('支付成功')
  expect(shop.orders()).toMatchObject([{ status: 'paid' }])
})

test('an order that nobody paid in time closes by itself, as the shop says', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await page.findByText('待付款')
  shop.expireOrder('order-1')
  const now = phone.now
  phone.now = () => now() + 31 * 60_000
  await page.findByText('已取消')
  page.getByText('超时未付款，订单已自动取消')
  expect(page.queryByRole(...button(/^去支付/))).toBeNull()
})

test('it can be cancelled, and is then bought again', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button(/^取消订单/)))
  await tap(await page.findByRole(...button(/^商品或规格选错了$/)))
  await tap(within(page.getByRole('dialog')).getByText('取消订单'))
  await page.findByText('你取消了这笔订单')
  expect(shop.orders()).toMatchObject([{ status: 'cancelled', cancelReason: { reason: 'wrong_goods' } }])
  await tap(page.getByRole(...button(/^再次购买/)))
  await arriveAt('/pages/cart/index')
})

test('an order that is already paid is not cancelled, and the page learns it', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDER)
  await tap(await page.findByRole(...button(/^取消订单/)))
  shop.pay('order-1')
  await tap(await page.findByRole(...button(/^其他原因$/)))
  await tap(within(page.getByRole('dialog')).getByText('取消订单'))
  await page.findByText('待发货')
  expect(phone.toasts).toEqual(['订单现在不能取消，请联系客服'])
})

test('somebody else’s order is not found', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(ORDER)
  await page.findByText('没有找到这笔订单')
  await tap(page.getByRole(...button('查看我的订单')))
  await arriveAt('/trade/orders/index')
})

test('an order that could not be had can be had by 重试', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.fail('getOrder', { code: 'internal', times: 2 })
  const page = await openPage(ORDER)
  await page.findByText('服务出了点问题，请稍后重试')
  shop.mend()
  await tap(page.getByRole(...button('重试')))
  await page.findByText('手工粗陶马克杯')
})

test('on an English phone it is in English', async () => {
  const { shop, before, openPage } = await shopWith({ language: 'en' })
  await before(orderOf('mug-sand'))
  shop.pay('order-1')
  const page = await openPage(ORDER)
  await page.findByText('The shop is packing it')
  page.getByText('WeChat Pay')
})
