import type { ApiClient } from '@xiaopu/api-client'
import { ok, orderOf, type ShopOverrides, shopWith, tap, waitFor, within } from './harness'

const button = (name: string) => ['button', { name }] as const
const RESULT = '/trade/result/index?order=order-1'

/** A pot that was ordered; paid unless it says otherwise. */
async function ordered({ paid = true, ...overrides }: ShopOverrides & { paid?: boolean } = {}) {
  const visit = await shopWith(overrides)
  await visit.before(orderOf('mug-sand'))
  if (paid) visit.shop.pay('order-1')
  return visit
}
const offers = (shopper: ApiClient) => shopper.messages.offers('order-1')

test('who has paid is asked in place what they want to be told of, and it is asked of WeChat in their tap', async () => {
  const { shop, phone, before, openPage } = await ordered()
  phone.requestSubscribeMessage = ok({ 'shipped-template': 'accept', 'after_sale-template': 'reject' })
  const page = await openPage(RESULT)
  await page.findByText('要微信通知你吗')
  page.getByText('发货时，售后、退款有进展时各发一条消息')
  await tap(page.getByRole(...button('通知我')))
  await page.findByText('好，到时微信通知你')
  expect(page.queryByRole(...button('通知我'))).toBeNull()
  expect(phone.callsOf('requestSubscribeMessage')).toMatchObject([
    { tmplIds: ['shipped-template', 'after_sale-template'] },
  ])
  expect(shop.requestsTo('answerOrderMessages').map(({ body }) => body)).toEqual([
    { allowed: ['shipped'], refused: ['after_sale'] },
  ])
  expect(await before(offers)).toEqual([])
})

test('who refuses is left in peace, on this page and on the order’s', async () => {
  const { phone, before, openPage } = await ordered()
  phone.requestSubscribeMessage = ok({ 'shipped-template': 'reject', 'after_sale-template': 'reject' })
  const page = await openPage(RESULT)
  await tap(await page.findByRole(...button('通知我')))
  await page.findByText('好，不打扰你')
  const order = await openPage('/trade/order/index?id=order-1')
  await order.findByText('下单时间')
  expect(order.queryByText('要微信通知你吗')).toBeNull()
  expect(await before(offers)).toEqual([])
})

test('an order that waits for its payment offers to warn of its end', async () => {
  const { phone, openPage } = await ordered({ paid: false })
  phone.requestSubscribeMessage = ok({ 'unpaid-template': 'accept' })
  const page = await openPage('/trade/order/index?id=order-1')
  await page.findByText('快要超时关闭时发一条消息')
  await tap(page.getByRole(...button('通知我')))
  await page.findByText('好，到时微信通知你')
})

test('who has asked for their money back is asked on the page that opens, where it stands already', async () => {
  const { phone, openPage, arriveAt } = await ordered()
  phone.requestSubscribeMessage = ok({ 'after_sale-template': 'accept' })
  const page = await openPage('/trade/after-sale-request/index?order=order-1')
  await tap(await page.findByRole('button', { name: /^申请原因/ }))
  await tap(
    await within(await page.findByRole('dialog', { name: '申请原因' })).findByRole('radio', { name: '不想要了' }),
  )
  await tap(page.getByRole(...button('提交申请')))
  const detail = await arriveAt('/trade/after-sale/index')
  await detail.findByText('等店家处理')
  detail.getByText('售后、退款有进展时发一条消息')
  await tap(detail.getByRole(...button('通知我')))
  await detail.findByText('好，到时微信通知你')
})

test('what was refused by nobody is asked of nobody where the shop has no such message, or does not answer', async () => {
  const { shop, openPage } = await ordered()
  shop.fail('listOrderMessages', { code: 'internal', times: 9 })
  const page = await openPage(RESULT)
  await page.findByText('支付成功')
  await waitFor(() => expect(shop.requestsTo('listOrderMessages').length).toBeGreaterThan(0))
  expect(page.queryByText('要微信通知你吗')).toBeNull()
  await page.findByRole(...button('查看订单'))
})

test('when the shop does not hear the answer, it is said, and can be given again', async () => {
  const { shop, phone, openPage } = await ordered()
  phone.requestSubscribeMessage = ok({ 'shipped-template': 'accept', 'after_sale-template': 'accept' })
  shop.fail('answerOrderMessages', { code: 'internal', times: 9 })
  const page = await openPage(RESULT)
  await tap(await page.findByRole(...button('通知我')))
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  shop.mend()
  await tap(await page.findByRole(...button('通知我')))
  await page.findByText('好，到时微信通知你')
})

test('on an English phone it is asked in English', async () => {
  const { openPage } = await ordered({ language: 'en' })
  const page = await openPage(RESULT)
  await page.findByText('One message each: when it ships, when a return or refund moves')
})
