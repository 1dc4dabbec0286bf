import { MINUTE } from '../../testing/clock'
import { type MagentoStand, openMagentoStand } from '../../testing/magento-stand'
import { OWNER_TOKEN } from '../../testing/opened-shop'
import { afterSaleTalk, WAREHOUSE, WAYBILL } from './testing'

let bench: MagentoStand
const { paid, ask, seen, answer, approve, payOut } = afterSaleTalk(() => bench.shop)

beforeAll(async () => {
  bench = await openMagentoStand({}, undefined, { ownerToken: OWNER_TOKEN })
})
afterAll(() => bench.close())

test('a return of one of two lamps: money by WeChat, a credit memo of it in Magento, and no second refund', async () => {
  const { shop, magento } = bench
  const shopper = await shop.shopper()
  const { skus } = (await shopper.get<{ skus: { id: string }[] }>(`/v1/products/${await lamp()}`)).body
  const order = await paid(shopper, skus[0]!.id, 2)
  const there = () => magento.control.order(order.number)!
  magento.control.shipOrder(order.number, [{ carrierCode: 'custom', title: '顺丰速运', number: 'SF1' }])
  await shop.gateway.runJobsOnce()
  const { id } = (await ask(shopper, order, { kind: 'return', amount: 100_01 })).body
  await approve(id, { returnTo: WAREHOUSE })
  await shopper.call('PUT', `/v1/after-sales/${id}/waybill`, WAYBILL)
  expect(await answer(id, 'receipt', { restock: true })).toMatchObject({ body: { state: 'refunding' } })
  await payOut()
  expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded', refund: { amount: 100_01, state: 'done' } })
  expect(there().creditMemos).toMatchObject([{ total: 100_01, items: [{ quantity: 1 }] }])
  shop.clock.pass(2 * MINUTE)
  await shop.gateway.runJobsOnce()
  await shop.gateway.runJobsOnce()
  expect(shop.sandbox.control.refunds()).toHaveLength(1)
  expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', refunded: 100_01 })

  async function lamp(): Promise<string> {
    const { items } = (await shopper.get<{ items: { id: string; name: string }[] }>('/v1/products')).body
    return items.find(({ name }) => name === '纸灯')!.id
  }
})

test('a refund before it was sent, while Magento is away: it hears of it when it is back', async () => {
  const { shop, magento } = bench
  const shopper = await shop.shopper()
  const { items } = (await shopper.get<{ items: { id: string; name: string }[] }>('/v1/products')).body
  const vase = items.find(({ name }) => name === '花瓶')!
  const { skus } = (await shopper.get<{ skus: { id: string }[] }>(`/v1/products/${vase.id}`)).body
  const order = await paid(shopper, skus[0]!.id, 1)
  const { id } = (await ask(shopper, order)).body
  await approve(id)
  magento.control.arm({ kind: 'maskedError', operation: 'POST /V1/order/:orderId/refund' })
  await payOut()
  expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded' })
  const logged = shop.log.filter((line) => line.includes('Magento did not take')).map((line) => JSON.parse(line))
  expect(logged).toMatchObject([{ orderNumber: order.number, kind: 'refund', attempts: 1 }])
  expect(logged[0].reason).toContain('POST order/:id/refund')
  shop.clock.pass(2 * MINUTE)
  await shop.gateway.runJobsOnce()
  await shop.gateway.runJobsOnce()
  expect(magento.control.order(order.number)).toMatchObject({
    state: 'closed',
    creditMemos: [{ total: order.amounts.total }],
  })
  expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', refunded: order.amounts.total })
  expect(shop.sandbox.control.refunds().filter(({ outTradeNo }) => outTradeNo === order.number)).toHaveLength(1)
})

test('unasked refunds are made in Magento: here they are refused in words, and no money moves', async () => {
  const { shop } = bench
  const shopper = await shop.shopper()
  const { items } = (await shopper.get<{ items: { id: string; name: string }[] }>('/v1/products')).body
  const { skus } = (
    await shopper.get<{ skus: { id: string }[] }>(`/v1/products/${items.find(({ name }) => name === '纸灯')!.id}`)
  ).body
  const order = await paid(shopper, skus[0]!.id, 1)
  const before = shop.sandbox.control.refunds().length
  const owner = shop.visitor()
  owner.token = OWNER_TOKEN
  const answered = await owner.post<{ detail: string }>(
    `/v1/merchant/orders/${order.id}/refunds`,
    { amount: 1, lines: [], restock: false, reason: '补偿' },
    { 'idempotency-key': 'give-key-magento' },
  )
  expect(answered).toMatchObject({ status: 501, body: { code: 'not_supported' } })
  expect(answered.body.detail).toContain('refunds are made in magento')
  await shop.gateway.runJobsOnce()
  expect(shop.sandbox.control.refunds()).toHaveLength(before)
  expect((await owner.get(`/v1/merchant/orders/${order.id}`)).body).toMatchObject({ refundable: null, refunds: [] })
})
