import { orderOf, shopWith, tap } from './harness'

const RESULT = '/trade/result/index?order=order-1'
const button = (name: string) => ['button', { name }] as const

test('a paid order says what was paid, what happens next, and where to see it', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('kettle-black'))
  shop.pay('order-1')
  const page = await openPage(RESULT)
  await page.findByText('支付成功')
  await page.findByLabelText('¥680.00')
  page.getByText('店家正在备货，发货后可在订单里查看')
  page.getByText('送到 王小明，上海市 徐汇区 武康路 99 号 302 室')
  await tap(page.getByRole(...button('查看订单')))
  expect((await arriveAt('/trade/order/index')).query).toEqual({ id: 'order-1' })
})

test('a link cannot make an order paid: it is asked a few times, and 我已支付 asks again', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  phone.haste = 20
  await before(orderOf('mug-sand'))
  const page = await openPage(`${RESULT}&status=paid`)
  await page.findByText('正在确认支付结果')
  await page.findByText('还没有收到付款')
  expect(page.queryByText('支付成功')).toBeNull()
  shop.pay('order-1')
  await tap(page.getByRole(...button('我已支付')))
  await page.findByText('支付成功')
})

test('an order that closed before the money came says where the money goes', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.cancelOrder('order-1')
  shop.pay('order-1')
  const page = await openPage(RESULT)
  await page.findByText('这笔订单没有完成')
  await page.findByText('退款正在处理，会原路退回')
})

test('when the gateway is silent nothing is called unpaid', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  phone.haste = 20
  await before(orderOf('mug-sand'))
  shop.fail('getPayment', { code: 'internal', times: Number.POSITIVE_INFINITY })
  const page = await openPage(RESULT)
  await page.findByText('如果你已经付款，可能会晚一点到，请不要重复支付')
  shop.mend()
  shop.pay('order-1')
  await tap(page.getByRole(...button('我已支付')))
  await page.findByText('支付成功')
})

test('somebody else’s order is not found', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(RESULT)
  await page.findByText('没有找到这笔订单')
  await tap(page.getByRole(...button('查看我的订单')))
  await arriveAt('/trade/orders/index')
})

test('on an English phone it is in English', async () => {
  const { shop, before, openPage } = await shopWith({ language: 'en' })
  await before(orderOf('mug-sand'))
  shop.pay('order-1')
  const page = await openPage(RESULT)
  await page.findByText('Thank you. We are getting it ready')
})
