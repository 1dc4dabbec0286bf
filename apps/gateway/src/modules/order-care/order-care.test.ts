import type { MerchantOrder, Order, OrderCounts, OrderPage } from '@xiaopu/contract'
import { DAY, HOUR } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { CHEN } from '../../testing/stand'
import { afterSaleTalk } from '../after-sales/testing'

const { stand, shopper, owner, signIn, paid, runJobs } = openedShop()

const { ask, answer } = afterSaleTalk(stand)
const at = (order: Order, what: string) => `/v1/orders/${order.id}/${what}`
const found = async (q: string, who = shopper) =>
  (await who.get<OrderPage>(`/v1/orders?q=${encodeURIComponent(q)}`)).body.items.map(({ id }) => id)
const merchantSees = async (order: Order) => (await owner.get<MerchantOrder>(`/v1/merchant/orders/${order.id}`)).body
const counts = async () => (await shopper.get<OrderCounts>('/v1/orders/counts')).body
const listed = async () => (await shopper.get<OrderPage>('/v1/orders')).body.items.map(({ id }) => id)

test('own orders are found by the name of something in them and by their number', async () => {
  const lamp = await shopper.order('LAMP')
  const cup = await shopper.order('CUP-W')
  expect(await found('纸灯')).toEqual([lamp.id])
  expect(await found('杯')).toEqual([cup.id])
  expect(await found(cup.number.toLowerCase())).toEqual([cup.id])
  expect(await found('花瓶')).toEqual([])
  expect(await found('纸灯', await stand().shopper(CHEN))).toEqual([])
  expect(await shopper.get(`/v1/orders?q=${'长'.repeat(51)}`)).toMatchObject({ status: 400 })
})

describe('a cancelled order', () => {
  test('says why, to the shopper and to the shop, in the words that were said first', async () => {
    const order = await shopper.order('LAMP')
    const said = { reason: 'other', words: '想换一盏 ' }
    const answer = await shopper.post<Order>(at(order, 'cancel'), said)
    const kept = { reason: 'other', words: '想换一盏' }
    expect(answer.body).toMatchObject({ status: 'cancelled', cancelReason: kept })
    await shopper.post(at(order, 'cancel'), { reason: 'price', words: '' })
    expect(await merchantSees(order)).toMatchObject({ cancelledBecause: 'shopper', cancelReason: kept })
  })

  test('need not say why, as older apps do not', async () => {
    const order = await shopper.order('LAMP')
    expect((await shopper.post<Order>(at(order, 'cancel'))).body).toMatchObject({
      status: 'cancelled',
      cancelReason: null,
    })
  })

  test('was not cancelled by a reason nobody knows', async () => {
    const order = await shopper.order('LAMP')
    expect(await shopper.post(at(order, 'cancel'), { reason: 'weather', words: '' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'body.reason' }] },
    })
    expect((await shopper.seen(order)).status).toBe('pending_payment')
  })
})

describe('reminding the shop', () => {
  const remind = (order: Order, who = shopper) => who.post<Order>(at(order, 'reminder'))

  test('is possible a day after payment, once a day, and the shop sees since when', async () => {
    const order = await paid()
    expect(await remind(order)).toMatchObject({ status: 409, body: { code: 'too_early_to_remind' } })
    expect((await shopper.seen(order)).actions).not.toContain('remind')
    stand().clock.pass(DAY)
    const since = stand().clock.now().toISOString()
    expect((await shopper.seen(order)).actions).toContain('remind')
    expect((await remind(order)).body).toMatchObject({ reminder: { since, last: since, times: 1 } })
    expect(await remind(order)).toMatchObject({ status: 409, body: { code: 'reminded_today' } })
    stand().clock.pass(DAY)
    const last = stand().clock.now().toISOString()
    expect((await remind(order)).body.reminder).toEqual({ since, last, times: 2 })
    expect(await merchantSees(order)).toMatchObject({ reminder: { since, last, times: 2 } })
    const reminder = { orderId: order.id, orderNumber: order.number, reminder: { since, times: 2 } }
    expect(await owner.get('/v1/merchant/reminders')).toMatchObject({ body: { reminders: [reminder] } })
  })

  test('ten taps at once are one reminder', async () => {
    const order = await paid()
    stand().clock.pass(DAY)
    const taps = await Promise.all(Array.from({ length: 10 }, () => remind(order)))
    expect(taps.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await shopper.seen(order)).reminder).toMatchObject({ times: 1 })
  })

  test('is over once it is sent', async () => {
    const order = await paid()
    stand().clock.pass(DAY)
    await remind(order)
    await stand().merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: null, lines: null })
    expect(await remind(order)).toMatchObject({ status: 409, body: { code: 'order_not_waiting' } })
    expect((await shopper.seen(order)).reminder).toBeNull()
    expect(await owner.get('/v1/merchant/reminders')).toMatchObject({ body: { reminders: [] } })
  })

  test('is not possible for what is unpaid, nor for somebody else’s order', async () => {
    expect(await remind(await shopper.order('LAMP'))).toMatchObject({ body: { code: 'order_not_waiting' } })
    expect(await remind(await paid(), await stand().shopper(CHEN))).toMatchObject({ status: 404 })
  })
})

describe('receipt by itself', () => {
  const extend = (order: Order, who = shopper) => who.post<Order>(at(order, 'receipt-extension'))

  test('comes ten days after the last parcel, as the order has said', async () => {
    const order = await paid('CUP-W', 2)
    const lines = [{ skuId: 'CUP-W', quantity: 1 }]
    await stand().merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: null, lines })
    await runJobs()
    stand().clock.pass(3 * DAY)
    await stand().merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: null, lines })
    await runJobs()
    const due = new Date(stand().clock.ms() + 10 * DAY).toISOString()
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', receiptDueAt: due })
    stand().clock.pass(10 * DAY - HOUR)
    await runJobs()
    expect((await shopper.seen(order)).status).toBe('shipped')
    stand().clock.pass(HOUR)
    await runJobs()
    expect(await shopper.seen(order)).toMatchObject({ status: 'completed', receiptDueAt: null })
  })

  test('is put off by a week, once', async () => {
    const order = await stand().sent(shopper, 'LAMP')
    await runJobs()
    const before = Date.parse((await shopper.seen(order)).receiptDueAt!)
    const taps = await Promise.all([1, 2, 3].map(() => extend(order)))
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await extend(order)).toMatchObject({ body: { code: 'receipt_extended' } })
    const seen = await shopper.seen(order)
    expect(Date.parse(seen.receiptDueAt!) - before).toBe(7 * DAY)
    expect(seen.actions).not.toContain('extend_receipt')
    stand().clock.pass(16 * DAY)
    await runJobs()
    expect((await shopper.seen(order)).status).toBe('shipped')
    stand().clock.pass(DAY)
    await runJobs()
    expect((await shopper.seen(order)).status).toBe('completed')
  })

  test('cannot be put off before the order is sent, or by somebody else', async () => {
    expect(await extend(await paid())).toMatchObject({ status: 409, body: { code: 'order_not_shipped' } })
    const sent = await stand().sent(shopper, 'LAMP')
    expect(await extend(sent, await stand().shopper(CHEN))).toMatchObject({ status: 404 })
  })

  test('waits for an open after-sale, and goes on from where it stood', async () => {
    const [order, other] = [await stand().sent(shopper, 'LAMP'), await stand().sent(shopper, 'CUP-W')]
    await runJobs()
    stand().clock.pass(9 * DAY)
    await signIn()
    const { id } = (await ask(shopper, order, { kind: 'return' })).body
    const paused = await shopper.seen(order)
    expect([paused.receiptDueAt, paused.actions.includes('extend_receipt')]).toEqual([null, false])
    expect(await counts()).toMatchObject({ afterSales: 1 })
    stand().clock.pass(5 * DAY)
    await runJobs()
    await signIn()
    expect(await Promise.all([order, other].map(async (each) => (await shopper.seen(each)).status))).toEqual([
      'shipped',
      'completed',
    ])
    await answer(id, 'refuse', { words: '已经用过' })
    expect(await counts()).toMatchObject({ afterSales: 0 })
    const due = new Date(stand().clock.ms() + DAY).toISOString()
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', receiptDueAt: due })
    stand().clock.pass(DAY - HOUR)
    await runJobs()
    expect((await shopper.seen(order)).status).toBe('shipped')
    stand().clock.pass(HOUR)
    await runJobs()
    expect((await shopper.seen(order)).status).toBe('completed')
  })

  test('does nothing to an order that was received before', async () => {
    const order = await stand().sent(shopper, 'LAMP')
    await runJobs()
    await shopper.post(at(order, 'receipt'))
    stand().clock.pass(29 * DAY)
    await runJobs()
    expect(await shopper.seen(order)).toMatchObject({ status: 'completed' })
    const { rows } = await stand().database.execute(
      'select last_parcel_at from gateway.order_care where order_id = $1',
      [order.id],
    )
    expect(rows).toEqual([{ last_parcel_at: null }])
  })
})

describe('a deleted order', () => {
  const remove = (order: Order, who = shopper) => who.call('DELETE', `/v1/orders/${order.id}`)

  test('is in no list, search or count of its shopper, and the shop keeps it', async () => {
    const other = await shopper.order('LAMP')
    const order = await stand().sent(shopper, 'CUP-W')
    await shopper.post(at(order, 'receipt'))
    expect(await counts()).toMatchObject({ completed: 1 })
    expect(await remove(order)).toMatchObject({ status: 204 })
    expect(await remove(order)).toMatchObject({ status: 204 })
    expect(await listed()).toEqual([other.id])
    expect(await found('陶杯')).toEqual([])
    expect(await counts()).toMatchObject({ pending_payment: 1, completed: 0 })
    expect((await shopper.seen(order)).actions).not.toContain('delete')
    expect(await merchantSees(order)).toMatchObject({ id: order.id, status: 'completed' })
  })

  test('had to be over, and the shopper’s own', async () => {
    const order = await shopper.order('LAMP')
    expect(await remove(order)).toMatchObject({ status: 409, body: { code: 'order_not_over' } })
    const asked = await stand().sent(shopper, 'CUP-W')
    await shopper.post(at(asked, 'receipt'))
    const { id } = (await ask(shopper, asked, { kind: 'return' })).body
    expect(await remove(asked)).toMatchObject({ status: 409, body: { code: 'order_not_over' } })
    await shopper.post(`/v1/after-sales/${id}/withdraw`)
    expect(await remove(asked)).toMatchObject({ status: 204 })
    await shopper.post(at(order, 'cancel'))
    expect(await remove(order, await stand().shopper(CHEN))).toMatchObject({ status: 404 })
    expect(await listed()).toEqual([order.id])
    expect(await remove(order)).toMatchObject({ status: 204 })
  })
})
