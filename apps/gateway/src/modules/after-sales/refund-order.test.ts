import type { HiredStaffMember, MerchantAct, MerchantOrder, MerchantRefund, Order } from '@xiaopu/contract'
import { openedShop } from '../../testing/opened-shop'
import type { Answer } from '../../testing/visitor'
import { afterSaleTalk, WAYBILL } from './testing'

const { stand, shopper, owner } = openedShop()
const { paid, ask, approve, payOut } = afterSaleTalk(stand)

const refunds = () => stand().sandbox.control.refunds()
const refused = (code: string, status = 409) => ({ status, body: { code } })
const both = [{ skuId: 'CUP-W', quantity: 2 }]
const one = [{ skuId: 'CUP-W', quantity: 1 }]

const give = (
  order: Order,
  changes: object,
  key: string = crypto.randomUUID(),
  by = owner,
): Promise<Answer<MerchantRefund & { code: string; fields: { path: string }[] }>> =>
  by.post(
    `/v1/merchant/orders/${order.id}/refunds`,
    { amount: 10_00, lines: [], restock: false, reason: '补偿', ...changes },
    { 'idempotency-key': key },
  )
const known = async (order: Order) => (await owner.get<MerchantOrder>(`/v1/merchant/orders/${order.id}`)).body

test('money alone: a member of staff sends it, WeChat is asked once, and the shopper reads how much', async () => {
  const order = await paid(shopper)
  const { body: lin } = await owner.post<HiredStaffMember>('/v1/merchant/staff', { name: '小林', role: 'staff' })
  const staff = stand().visitor()
  staff.token = lin.token
  expect(await give(order, {}, 'key-of-lin', staff)).toMatchObject({
    status: 201,
    body: { orderId: order.id, amount: 10_00, state: 'on_its_way' },
  })
  await payOut()
  expect(await give(order, {}, 'key-of-lin', staff)).toMatchObject({ status: 201, body: { state: 'done' } })
  expect(refunds()).toMatchObject([{ refund: 10_00, status: 'SUCCESS' }])
  expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid', refunded: 10_00 })
  expect(await known(order)).toMatchObject({
    refunds: [{ amount: 10_00, state: 'done', reason: '补偿' }],
    refundable: { amount: 78_00, lines: [{ skuId: 'CUP-W', pieces: 2, amounts: [39_00, 78_00] }] },
  })
  const acts = (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body.items
  expect(acts.find(({ act }) => act === 'refundOrder')).toMatchObject({
    subject: order.id,
    outcome: 'done',
    staff: { name: '小林' },
    detail: { amount: 10_00, reason: '补偿' },
  })
})

test('one of two pieces that were not sent: it is sold again, and the other can be sent once WeChat has paid', async () => {
  const order = await paid(shopper)
  await give(order, { amount: 39_00, lines: one })
  const ship = () => owner.post<Order>(`/v1/merchant/orders/${order.id}/shipments`, { ...WAYBILL, lines: null })
  expect(await ship()).toMatchObject(refused('refund_on_its_way'))
  await payOut()
  expect((await ship()).body).toMatchObject({ status: 'shipped', shipments: [{ lines: one }] })
  expect(await stand().stock('CUP-W')).toEqual({ onHand: 19, reserved: 0 })
})

test('all of it, in two parts: nothing is sent meanwhile, then the order is over and its goods on the shelf', async () => {
  const order = await paid(shopper)
  await give(order, { amount: 10_00 })
  await payOut()
  expect(await give(order, { amount: 78_00, reason: '缺货' })).toMatchObject({ status: 201 })
  const ship = await owner.post(`/v1/merchant/orders/${order.id}/shipments`, { ...WAYBILL, lines: null })
  expect(ship).toMatchObject(refused('refund_on_its_way'))
  expect(await shopper.seen(order)).toMatchObject({ paymentStatus: 'refunding' })
  stand().clock.pass(2 * 60_000)
  await payOut()
  expect(await shopper.seen(order)).toMatchObject({
    ...{ status: 'cancelled', cancelledBecause: 'merchant', paymentStatus: 'refunded', refunded: 88_00 },
    actions: ['buy_again', 'delete'],
  })
  expect(refunds().map(({ refund }) => refund)).toEqual([10_00, 78_00])
  expect(await stand().stock('CUP-W')).toEqual({ onHand: 20, reserved: 0 })
  expect((await known(order)).refundable).toMatchObject({ amount: 0 })
})

test('what came back from a shopper is sold again where the merchant says so', async () => {
  const order = await stand().sent(shopper, 'CUP-W', 2)
  await give(order, { amount: 39_00, lines: one, restock: true })
  await payOut()
  expect(await stand().stock('CUP-W')).toEqual({ onHand: 19, reserved: 0 })
  expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', refunded: 39_00 })
})

describe('at the same moment', () => {
  test('the same key is one refund, however often it is sent', async () => {
    const order = await paid(shopper)
    const answers = await Promise.all(Array.from({ length: 6 }, () => give(order, {}, 'key-of-one-tap')))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect(await give(order, { amount: 11_00 }, 'key-of-one-tap')).toMatchObject(refused('idempotency_key_reused'))
    await payOut()
    expect(refunds()).toHaveLength(1)
  })

  test('of five who each send more than a half back, one does', async () => {
    const order = await paid(shopper)
    const answers = await Promise.all(Array.from({ length: 5 }, () => give(order, { amount: 50_00 })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
    for (const { status, body } of answers) if (status === 409) expect(body.code).toBe('more_than_paid')
    await payOut()
    expect(refunds()).toHaveLength(1)
    expect(await shopper.seen(order)).toMatchObject({ refunded: 50_00 })
  })

  test('a shopper who asks for all and a merchant who sends all: never more than was paid', async () => {
    const order = await paid(shopper)
    const [asked, given] = await Promise.all([
      ask(shopper, order, { lines: both }),
      give(order, { amount: 88_00, lines: both }),
    ])
    expect([asked.status, given.status].toSorted()).toEqual([201, 409])
    if (asked.status === 201) await approve(asked.body.id)
    await payOut()
    expect(refunds()).toMatchObject([{ refund: 88_00 }])
    expect(await shopper.seen(order)).toMatchObject({ refunded: 88_00 })
  })
})

describe('not more than there is', () => {
  test('what an open after-sale asks for is not there to give', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order, { lines: one })
    expect(body.asked).toBe(39_00)
    expect(await give(order, { amount: 49_01 })).toMatchObject(refused('more_than_paid'))
    expect(await give(order, { amount: 1_00, lines: both })).toMatchObject(refused('more_than_ordered'))
    expect(await give(order, { amount: 49_00, lines: one })).toMatchObject({ status: 201 })
  })

  test('nothing of what is not paid, and nothing of what cost nothing', async () => {
    const unpaid = await shopper.order('LAMP')
    expect(await give(unpaid, {})).toMatchObject(refused('order_not_paid'))
    const order = await shopper.order('CUP-W')
    // As an order that a coupon has made free: WeChat took no money for it.
    await stand().database.execute(`update commerce.orders set status = 'paid', paid_at = now() where id = $1`, [
      order.id,
    ])
    expect(await give(order, { amount: 1 })).toMatchObject(refused('more_than_paid'))
    expect((await known(order)).refundable).toMatchObject({ amount: 0 })
    expect(await stand().count('gateway.refunds')).toBe(0)
  })

  test.each([
    ['no money', { amount: 0 }, 'body.amount'],
    ['half a fen', { amount: 0.5 }, 'body.amount'],
    ['no reason', { reason: ' ' }, 'body.reason'],
    ['a line twice', { lines: [...one, ...one] }, 'body.lines'],
  ])('%s is refused by name, and nothing is written', async (_, changes, path) => {
    const order = await paid(shopper)
    expect(await give(order, changes)).toMatchObject({ status: 400, body: { fields: [{ path }] } })
    expect(await stand().count('gateway.refunds')).toBe(0)
  })

  test('it is not for shoppers to do, not even with their own order', async () => {
    const order = await paid(shopper)
    expect(await give(order, {}, 'key-of-shopper', shopper)).toMatchObject(refused('staff_required', 401))
    expect(await give({ ...order, id: 'no-such-order' }, {})).toMatchObject(refused('not_found', 404))
  })
})

test('a refund that WeChat closes is seen by the merchant, and its money can be sent anew', async () => {
  const order = await paid(shopper)
  await give(order, { amount: 88_00 })
  await payOut('CLOSED')
  expect(await known(order)).toMatchObject({ refunds: [{ state: 'closed' }], refundable: { amount: 88_00 } })
  expect(await shopper.seen(order)).toMatchObject({ refunded: 0 })
  stand().clock.pass(2 * 60_000)
  expect(await give(order, { amount: 88_00 })).toMatchObject({ status: 201 })
  await payOut()
  expect(await shopper.seen(order)).toMatchObject({ refunded: 88_00, status: 'cancelled' })
})
