import type { MerchantOrder, Order, OrderPage, WaitingFapiao } from '@xiaopu/contract'
import { DAY } from '../testing/clock'
import { type MagentoStand, openMagentoStand } from '../testing/magento-stand'
import type { Visitor } from '../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'

let stand: MagentoStand
let shopper: Visitor
let owner: Visitor
beforeAll(async () => {
  stand = await openMagentoStand({}, undefined, { ownerToken: OWNER_TOKEN })
  shopper = await stand.shop.shopper()
  owner = stand.shop.visitor()
  owner.token = OWNER_TOKEN
})
afterAll(() => stand.close())

async function paid(skuId: string) {
  const order = await shopper.order(skuId)
  await stand.shop.payOnPhone((await shopper.startPayment(order)).body.params)
  return order
}
const jobs = () => stand.shop.gateway.runJobsOnce()

test('with Magento an order is reminded of, has its fapiao, is received by itself, found and deleted', async () => {
  const order = await paid('LAMP')
  stand.shop.clock.pass(DAY)
  expect((await shopper.post<Order>(`/v1/orders/${order.id}/reminder`)).body.reminder).toMatchObject({ times: 1 })
  await shopper.post(`/v1/orders/${order.id}/fapiao`, { kind: 'personal', title: '林小满' })
  expect(await owner.get('/v1/merchant/reminders')).toMatchObject({ body: { reminders: [{ orderId: order.id }] } })
  const { fapiao } = (await owner.get<{ fapiao: WaitingFapiao[] }>('/v1/merchant/fapiao')).body
  expect(fapiao).toMatchObject([{ orderNumber: order.number, fapiao: { title: '林小满' } }])
  const issued = { number: '12345678', link: 'https://tax.example/f/1', pdf: null }
  await owner.call('PUT', `/v1/merchant/orders/${order.id}/fapiao`, issued)
  expect(await shopper.seen(order)).toMatchObject({ fapiaoState: { status: 'issued', link: issued.link } })

  stand.magento.control.shipOrder(order.number)
  await jobs()
  const sent = await shopper.seen(order)
  expect(sent).toMatchObject({ status: 'shipped', reminder: null, receiptDueAt: expect.any(String) })
  await shopper.post(`/v1/orders/${order.id}/receipt-extension`)
  stand.shop.clock.pass(16 * DAY)
  await jobs()
  expect((await shopper.seen(order)).status).toBe('shipped')
  stand.shop.clock.pass(DAY + 60_000)
  await jobs()
  expect((await shopper.seen(order)).status).toBe('completed')

  const found = async () => (await shopper.get<OrderPage>(`/v1/orders?q=${encodeURIComponent('纸灯')}`)).body.total
  expect(await found()).toBe(1)
  expect(await shopper.call('DELETE', `/v1/orders/${order.id}`)).toMatchObject({ status: 204 })
  expect(await found()).toBe(0)
  expect((await owner.get<MerchantOrder>(`/v1/merchant/orders/${order.id}`)).body.status).toBe('completed')
})
