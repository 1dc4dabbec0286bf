import { cancelled, ok, orderOf, shopWith, tap, waitFor, within } from './harness'

const ORDERS = '/trade/orders/index'
const button = (name: string | RegExp) => ['button', { name }] as const

test('orders say what was bought, how it stands and what it came to; the tabs count', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand', 2))
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  const page = await openPage(ORDERS)
  await page.findByText('手工粗陶马克杯')
  page.getByText('铸铁茶壶')
  page.getByLabelText('¥256.00')
  page.getByRole('button', { name: /^订单 \d+000001 待发货$/ })
  page.getByRole('button', { name: /^订单 \d+000002 待付款$/ })
  page.getByText(/^剩余 (30:00|29:\d\d)$/)
  await page.findByRole('tab', { name: '待付款 1' })
  page.getByRole('tab', { name: '待发货 1' })
})

test('a tab shows its own', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  const page = await openPage(`${ORDERS}?status=paid`)
  await page.findByText('手工粗陶马克杯')
  expect(page.queryByText('铸铁茶壶')).toBeNull()
  await tap(await page.findByRole('tab', { name: '待付款 1' }))
  await page.findByText('铸铁茶壶')
  expect(page.queryByText('手工粗陶马克杯')).toBeNull()
  expect(shop.requestsTo('listOrders').at(-1)?.path).toContain('status=pending_payment')
})

test('去支付 pays, and the result says so', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await tap(await page.findByRole(...button(/^去支付/)))
  const result = await arriveAt('/trade/result/index')
  await result.findByText('支付成功')
  expect(shop.orders()).toMatchObject([{ status: 'paid' }])
})

test('a payment given up leaves the order where it was', async () => {
  const { phone, before, openPage, current } = await shopWith()
  phone.haste = 20
  phone.requestPayment = cancelled()
  phone.showModal = ok({ confirm: false, cancel: true })
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await tap(await page.findByRole(...button(/^去支付/)))
  await waitFor(() => expect(phone.callsOf('showModal')).toMatchObject([{ confirmText: '继续付款' }]))
  await waitFor(() => expect(page.getByRole(...button(/^去支付/)).getAttribute('aria-disabled')).toBeNull())
  expect(current()).toBe(page)
})

test('取消订单 asks why; then the goods go back on the shelf', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  await before(orderOf('kettle-black'))
  const page = await openPage(ORDERS)
  await tap(await page.findByRole(...button(/^取消订单/)))
  const sheet = within(await page.findByRole('dialog'))
  await tap(sheet.getByRole(...button('取消订单')))
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  expect(shop.stock('kettle-black')).toBe(1)
  await tap(sheet.getByRole(...button('不想要了')))
  await tap(sheet.getByRole(...button('取消订单')))
  await page.findByText('已取消')
  expect(shop.stock('kettle-black')).toBe(2)
  expect(phone.toasts.at(-1)).toBe('订单已取消')
  expect(shop.requestsTo('cancelOrder').map(({ body }) => body)).toMatchObject([{ reason: 'changed_mind' }])
})

test('再次购买 puts the goods into the cart and leads there', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand', 3))
  shop.pay('order-1')
  const page = await openPage(ORDERS)
  await tap(await page.findByRole(...button(/^再次购买/)))
  const cart = await arriveAt('/pages/cart/index')
  await cart.findByRole(...button('去结算 (3)'))
  expect(shop.requestsTo('addToCart').map(({ body }) => body)).toEqual([{ skuId: 'mug-sand', quantity: 3 }])
})

test('再次购买 of what is sold out says so and stays', async () => {
  const { shop, phone, before, openPage, current } = await shopWith()
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  shop.setStock('kettle-black', 0)
  const page = await openPage(ORDERS)
  await tap(await page.findByRole(...button(/^再次购买/)))
  await waitFor(() => expect(phone.toasts).toEqual(['库存不足，请减少数量或换一款']))
  expect(current()).toBe(page)
})

test('older orders come at the end of the list', async () => {
  const { before, openPage } = await shopWith()
  for (let order = 0; order < 11; order++) await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await waitFor(() => expect(page.getAllByText('手工粗陶马克杯')).toHaveLength(10))
  page.scrollToEnd()
  await waitFor(() => expect(page.getAllByText('手工粗陶马克杯')).toHaveLength(11))
  await page.findByText('已经到底了')
})

test('coming back reads what may have changed: the top of the list, and the page of the order that was opened', async () => {
  const { shop, before, openPage, arriveAt, goBack } = await shopWith()
  for (let order = 0; order < 25; order++) await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  for (const count of [10, 20, 25]) {
    await waitFor(() => expect(page.getAllByText('手工粗陶马克杯')).toHaveLength(count))
    page.scrollToEnd()
  }
  const asked = () =>
    shop.requestsTo('listOrders').map(({ path }) => new URL(path, 'https://x').searchParams.get('cursor'))
  const [first, second, third] = [...new Set(asked())]
  expect([first, second, third]).toEqual([null, expect.any(String), expect.any(String)])
  const until = asked().length

  // The fourteenth from the top is on the second page.
  await tap(page.getAllByRole('button', { name: /^订单 / })[13]!)
  await arriveAt('/trade/order/index')
  shop.pay('order-12')
  goBack()
  await page.findByRole('button', { name: /待发货$/ })
  expect(asked().slice(until)).toEqual([first, second])
  expect(page.getAllByText('手工粗陶马克杯')).toHaveLength(25)
})

test('an order opens', async () => {
  const { before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await tap(await page.findByRole('button', { name: /^订单 / }))
  expect((await arriveAt('/trade/order/index')).query).toEqual({ id: 'order-1' })
})

test('pulled down, the list is read again', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await page.findByRole('button', { name: /待付款$/ })
  shop.pay('order-1')
  page.pullDown()
  await page.findByRole('button', { name: /待发货$/ })
  await waitFor(() => expect(phone.callsOf('stopPullDownRefresh').length).toBeGreaterThan(0))
})

test('who has bought nothing yet is shown the way in; an empty tab the way to all', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(`${ORDERS}?status=shipped`)
  await page.findByText('没有待收货的订单')
  await tap(page.getByRole(...button('查看全部订单')))
  await page.findByText('还没有订单')
  await tap(page.getByRole(...button('去逛逛')))
  await arriveAt('/pages/home/index')
})

test('orders that could not be had can be had by 重试', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.fail('listOrders', { code: 'internal', times: 2 })
  const page = await openPage(ORDERS)
  await page.findByText('服务出了点问题，请稍后重试')
  shop.mend()
  await tap(page.getByRole(...button('重试')))
  await page.findByText('手工粗陶马克杯')
})

test('on an English phone it is in English', async () => {
  const { before, openPage } = await shopWith({ language: 'en' })
  await before(orderOf('mug-sand'))
  const page = await openPage(ORDERS)
  await page.findByText(/left to pay$/)
  page.getByRole(...button(/^Pay \d+/))
})
