import type { MerchantAfterSale, Order } from '@xiaopu/contract'
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

describe('an exchange, which Magento knows nothing of', () => {
  const PARCEL = { carrier: '中通快递', trackingNumber: 'ZT100200' }
  const control = () => bench.magento.control
  const onMagento = ({ number }: Order) => control().order(number)!
  const toldThere = (order: Order) =>
    onMagento(order).comments.flatMap(({ comment }) => (comment.startsWith('换货') ? [comment.split('：')[1]!] : []))

  async function sent(): Promise<{ order: Order; shopper: Awaited<ReturnType<typeof bench.shop.shopper>> }> {
    const shopper = await bench.shop.shopper()
    const order = await paid(shopper, 'LAMP', 2)
    control().shipOrder(order.number, [{ carrierCode: 'custom', title: '顺丰速运', number: 'SF1' }])
    await bench.shop.gateway.runJobsOnce()
    return { order, shopper }
  }
  const exchange = { kind: 'exchange' as const, lines: [{ skuId: 'LAMP', quantity: 1 }] }
  afterEach(() => {
    control().setStock('LAMP', 100)
    control().disarm()
    expect(control().bugs).toEqual([])
  })

  test('from asking until the replacement has arrived: no money, no memo, and who packs reads what to do', async () => {
    const { order, shopper } = await sent()
    const before = control().salable('LAMP')
    const asked = await ask(shopper, order, exchange)
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested', replacements: [{ skuId: 'LAMP' }] } })
    const { id } = asked.body
    expect((await shopper.seen(order)).afterSales).toMatchObject([{ id, kind: 'exchange' }])
    expect(toldThere(order)).toEqual([])

    // Said plainly: nothing is kept, and Magento goes on selling them.
    expect((await approve(id, { returnTo: WAREHOUSE })).body).toMatchObject({
      ...{ state: 'awaiting_return', replacementKept: false, replacements: [{ skuId: 'LAMP', quantity: 1 }] },
    })
    expect(control().salable('LAMP')).toBe(before)
    expect(toldThere(order)).toEqual(['请留出 纸灯 ×1，等顾客寄回后寄出'])
    expect((await approve(id, { returnTo: WAREHOUSE })).body).toMatchObject({ code: 'after_sale_moved' })

    await shopper.call('PUT', `/v1/after-sales/${id}/waybill`, WAYBILL)
    expect(await seen(shopper, { id })).toMatchObject({ state: 'returning', returnTo: WAREHOUSE })
    expect(await answer(id, 'receipt', { restock: true })).toMatchObject({ body: { state: 'received' } })
    expect(await answer(id, 'replacement', PARCEL)).toMatchObject({ body: { state: 'replacement_sent' } })
    expect(await seen(shopper, { id })).toMatchObject({ actions: ['confirm_replacement'], replacement: PARCEL })
    await bench.shop.gateway.runJobsOnce()
    await bench.shop.gateway.runJobsOnce()
    expect(toldThere(order)).toEqual([
      '请留出 纸灯 ×1，等顾客寄回后寄出',
      '结束，已经寄出，请扣减库存，退回的商品请自行入库',
    ])

    expect(await shopper.post(`/v1/after-sales/${id}/replacement-receipt`)).toMatchObject({
      body: { state: 'completed', open: false, actions: [] },
    })
    expect(bench.shop.sandbox.control.refunds().filter(({ outTradeNo }) => outTradeNo === order.number)).toEqual([])
    expect(onMagento(order)).toMatchObject({ state: 'complete', creditMemos: [] })
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', refunded: 0 })
    expect(await ask(shopper, order, exchange)).toMatchObject({ status: 201 })
  })

  test('of what is sold out is not agreed to; the merchant is told, and can take the goods back for money', async () => {
    const { order, shopper } = await sent()
    const { id } = (await ask(shopper, order, exchange)).body
    control().setStock('LAMP', 0)
    expect(await approve(id, { returnTo: WAREHOUSE })).toMatchObject({
      ...{ status: 409, body: { code: 'replacement_sold_out' } },
    })
    expect([toldThere(order), (await seen(shopper, { id })).state]).toEqual([[], 'requested'])
    expect(await approve(id, { returnTo: WAREHOUSE, refundInstead: true })).toMatchObject({
      body: { kind: 'return', state: 'awaiting_return', insteadOfExchange: true },
    })
    await answer(id, 'receipt', { restock: false })
    await payOut()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded' })
    expect(onMagento(order).creditMemos).toHaveLength(1)
  })

  test('that is withdrawn tells who packs that nothing has to be kept', async () => {
    const { order, shopper } = await sent()
    const { id } = (await ask(shopper, order, exchange)).body
    await approve(id, { returnTo: WAREHOUSE })
    expect(await shopper.post(`/v1/after-sales/${id}/withdraw`)).toMatchObject({ body: { state: 'withdrawn' } })
    await bench.shop.gateway.runJobsOnce()
    expect(toldThere(order)).toEqual(['请留出 纸灯 ×1，等顾客寄回后寄出', '结束，不用再留货'])
  })

  test('goes on while Magento does not take its comments: it hears of them later, each once', async () => {
    const { order, shopper } = await sent()
    const { id } = (await ask(shopper, order, exchange)).body
    control().arm({ kind: 'maskedError', operation: 'POST /V1/orders/:id/comments' }, 'always')
    expect(await approve(id, { returnTo: WAREHOUSE })).toMatchObject({ body: { state: 'awaiting_return' } })
    await answer(id, 'receipt', { restock: false })
    expect((await answer(id, 'replacement', PARCEL)).body).toMatchObject({
      state: 'replacement_sent',
    } satisfies Partial<MerchantAfterSale>)
    expect(toldThere(order)).toEqual([])
    control().disarm()
    for (let time = 0; time < 4; time++) {
      bench.shop.clock.pass(10 * MINUTE)
      await bench.shop.gateway.runJobsOnce()
    }
    expect(toldThere(order)).toEqual(['请留出 纸灯 ×1，等顾客寄回后寄出', '结束，已经寄出，请扣减库存'])
  })
})
