import type { AfterSalePage, Order } from '@xiaopu/contract'
import { DAY, MINUTE } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { CHEN } from '../../testing/stand'
import { afterSaleTalk, WAREHOUSE, WAYBILL } from './testing'

const { stand, shopper, owner, signIn, runJobs } = openedShop()
const { paid, ask, seen, options, answer, approve, payOut } = afterSaleTalk(stand)

const refunds = () => stand().sandbox.control.refunds()
const refused = (code: string, status = 409) => ({ status, body: { code } })
const two = [{ skuId: 'CUP-W', quantity: 2 }]

describe('before it is sent', () => {
  test('all of an order goes back with its shipping: approved, sent by WeChat, and sold again', async () => {
    const order = await paid(shopper)
    const left = await options(shopper, order)
    expect(left).toMatchObject({ kinds: [{ kind: 'refund' }], shipping: order.amounts.shipping, until: null })
    expect(left.lines).toMatchObject([{ most: { refund: 2, return: 0, exchange: 0 }, amounts: [39_00, 78_00] }])
    expect((await shopper.seen(order)).actions).toContain('after_sale')
    const { status, body } = await ask(shopper, order, { lines: two, words: '买错了\u202e' })
    expect([status, body]).toMatchObject([
      201,
      { state: 'requested', asked: order.amounts.total, words: '买错了', actions: ['withdraw'], refund: null },
    ])
    expect(await approve(body.id, { words: '已同意' })).toMatchObject({ status: 200, body: { state: 'refunding' } })
    await payOut()
    expect(await seen(shopper, body)).toMatchObject({
      state: 'refunded',
      open: false,
      granted: order.amounts.total,
      answer: '已同意',
      refund: { amount: order.amounts.total, state: 'done' },
      progress: [{ by: 'shopper' }, { by: 'merchant', words: '已同意' }, { state: 'refunded', by: 'shop' }],
    })
    expect(refunds()).toHaveLength(1)
    const after = await shopper.seen(order)
    expect(after).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded', refunded: order.amounts.total })
    expect(after).toMatchObject({
      afterSales: [{ id: body.id, state: 'refunded', open: false }],
      actions: ['buy_again', 'delete'],
    })
    expect(await stand().stock('CUP-W')).toEqual({ onHand: 20, reserved: 0 })
  })

  test('a part goes back to the fen; the rest is still sent, without the pieces that were called off', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order, { amount: 38_99 })
    await approve(body.id, { amount: 30_01 })
    expect(await shopper.seen(order)).toMatchObject({ refunded: 0, afterSales: [{ state: 'refunding', open: true }] })
    const parcel = { ...WAYBILL, lines: null }
    const early = await owner.post(`/v1/merchant/orders/${order.id}/shipments`, parcel)
    expect(early).toMatchObject(refused('refund_on_its_way'))
    await payOut()
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid', refunded: 30_01 })
    const sent = await owner.post<Order>(`/v1/merchant/orders/${order.id}/shipments`, parcel)
    expect(sent.body).toMatchObject({ status: 'shipped', shipments: [{ lines: [{ skuId: 'CUP-W', quantity: 1 }] }] })
    expect(await stand().stock('CUP-W')).toEqual({ onHand: 19, reserved: 0 })
  })
})

describe('more than there is', () => {
  test.each([
    ['a fen more than was paid', { lines: two, amount: 88_01 }],
    ['more pieces than were bought', { lines: [{ skuId: 'CUP-W', quantity: 3 }] }],
    ['one piece for the price of two', { amount: 39_01 }],
    ['goods back that were never sent', { kind: 'return' as const }],
  ])('%s', async (_, changes) => {
    const order = await paid(shopper)
    expect(order.amounts.total).toBe(88_00)
    expect(await ask(shopper, order, changes)).toMatchObject(refused('after_sale_too_much'))
    expect(await stand().count('gateway.after_sales')).toBe(0)
  })

  test('is not asked for twice, not even at the same moment', async () => {
    const order = await paid(shopper)
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(shopper, order, { lines: two })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
    expect(await ask(shopper, order)).toMatchObject(refused('after_sale_too_much'))
  })

  test('a second tap is the same request; the same key with another wish is refused', async () => {
    const order = await paid(shopper)
    const [one, other] = await Promise.all([
      ask(shopper, order, {}, 'key-of-form'),
      ask(shopper, order, {}, 'key-of-form'),
    ])
    expect(other.body.id).toBe(one.body.id)
    expect(await ask(shopper, order, { words: '改了' }, 'key-of-form')).toMatchObject(refused('idempotency_key_reused'))
    expect(await stand().count('gateway.after_sales')).toBe(1)
  })

  test('with a coupon, what was paid is what can go back, piece by piece', async () => {
    const coupon = {
      name: { 'zh-CN': '九折', en: '10%' },
      threshold: 0,
      scope: null,
      firstOrderOnly: false,
      stackable: false,
    }
    const open = { startsAt: null, endsAt: null, usageLimit: null, perCustomer: 9 }
    const percent = { kind: 'percent' as const, percent: 10 }
    await stand().merchant.putCoupon({ code: 'TEN', benefit: percent, ...coupon, ...open })
    const source = { kind: 'direct', skuId: 'CUP-B', quantity: 3 }
    const { id } = await shopper.quote(source, 'TEN')
    const order = (await shopper.place(id, 'key-of-coupon', source)).body
    expect(order.amounts).toMatchObject({ goods: 127_50, discount: 12_75 })
    await stand().payOnPhone((await shopper.startPayment(order)).body.params)
    await stand().merchant.ship(order.id, { ...WAYBILL, lines: null })
    expect((await options(shopper, order)).lines[0]!.amounts).toEqual([38_25, 76_50, 114_75])
    expect((await ask(shopper, order, { kind: 'return' })).body.asked).toBe(38_25)
  })

  test('with a coupon for some of the goods, the others bring back all they cost', async () => {
    const rest = {
      threshold: 0,
      firstOrderOnly: false,
      stackable: false,
      startsAt: null,
      endsAt: null,
      usageLimit: null,
      perCustomer: 9,
    }
    const scope = { categoryIds: [], productIds: ['cup'] }
    const benefit = { kind: 'fixed' as const, amount: 20_01 }
    await stand().merchant.putCoupon({ code: 'CUPS', name: { 'zh-CN': '杯', en: 'Cups' }, benefit, scope, ...rest })
    await shopper.put('CUP-W', 2)
    await shopper.put('LAMP')
    const order = (await shopper.place((await shopper.quote({ kind: 'cart' }, 'CUPS')).id, 'key-of-coupon')).body
    const [cups, lamp] = ['CUP-W', 'LAMP'].map((sku) => order.lines.find(({ skuId }) => skuId === sku)!)
    expect([order.amounts.discount, cups!.discount, lamp!.discount]).toEqual([20_01, 20_01, 0])
    await stand().payOnPhone((await shopper.startPayment(order)).body.params)
    const { lines } = await options(shopper, order)
    const worth = Object.fromEntries(lines.map(({ skuId, amounts }) => [skuId, amounts]))
    expect(worth).toEqual({ 'CUP-W': [28_99, 57_99], LAMP: [lamp!.unitPrice] })
  })
})

test('goods that cost nothing can be exchanged, but no money goes back for them', async () => {
  const order = await shopper.order('GIFT')
  await shopper.post(`/v1/orders/${order.id}/payment`)
  if (order.amounts.total > 0) await stand().payOnPhone((await shopper.startPayment(order)).body.params)
  await stand().merchant.ship(order.id, { ...WAYBILL, lines: null })
  expect((await options(shopper, order)).kinds.map(({ kind }) => kind)).toEqual(['exchange'])
  expect(await ask(shopper, order)).toMatchObject(refused('after_sale_too_much'))
  expect(await ask(shopper, order, { kind: 'exchange' })).toMatchObject({ status: 201, body: { asked: 0 } })
})

describe('nobody else', () => {
  test('sees, asks or moves what is not theirs', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order)
    const chen = await stand().shopper(CHEN)
    expect(await ask(chen, order)).toMatchObject({ status: 404 })
    for (const path of ['withdraw', 'replacement-receipt']) {
      expect(await chen.post(`/v1/after-sales/${body.id}/${path}`)).toMatchObject({ status: 404 })
    }
    expect(await chen.call('PUT', `/v1/after-sales/${body.id}/waybill`, WAYBILL)).toMatchObject({ status: 404 })
    expect(await chen.get(`/v1/after-sales/${body.id}`)).toMatchObject({ status: 404 })
    expect(await chen.get(`/v1/orders/${order.id}/after-sale-options`)).toMatchObject({ status: 404 })
    expect((await chen.get<AfterSalePage>('/v1/after-sales')).body.items).toEqual([])
    expect(await shopper.post(`/v1/merchant/after-sales/${body.id}/refuse`, { words: 'x' })).toMatchObject({
      status: 401,
    })
    expect(await seen(shopper, body)).toMatchObject({ state: 'requested' })
  })
})

describe('the time for it', () => {
  test('begins with the payment and ends thirty days after receipt', async () => {
    const unpaid = await shopper.order('CUP-W')
    expect(await ask(shopper, unpaid)).toMatchObject(refused('after_sale_over'))
    expect((await options(shopper, unpaid)).kinds).toEqual([])
    const order = await stand().sent(shopper, 'LAMP')
    await shopper.post(`/v1/orders/${order.id}/receipt`)
    await runJobs()
    stand().clock.pass(30 * DAY - MINUTE)
    await signIn()
    expect((await options(shopper, order)).kinds.map(({ kind }) => kind)).toEqual(['refund', 'return', 'exchange'])
    stand().clock.pass(MINUTE)
    await signIn()
    expect(await ask(shopper, order)).toMatchObject(refused('after_sale_over'))
    expect((await shopper.seen(order)).actions).not.toContain('after_sale')
  })
})

describe('a return', () => {
  const returning = async (kind: 'return' | 'exchange' = 'return') => {
    const order = await stand().sent(shopper, 'CUP-W', 2)
    const { body } = await ask(shopper, order, { kind })
    return { order, id: body.id }
  }
  const sendBack = (id: string, waybill: object = WAYBILL) =>
    shopper.call<{ code: string }>('PUT', `/v1/after-sales/${id}/waybill`, waybill)

  test('is told where to, goes back, is received, and only then is money sent', async () => {
    const { order, id } = await returning()
    expect(await approve(id)).toMatchObject({ status: 400, body: { fields: [{ path: 'body.returnTo' }] } })
    expect(await approve(id, { returnTo: { storeId: 'sh-anfu' } })).toMatchObject({
      body: {
        state: 'awaiting_return',
        returnTo: { storeId: 'sh-anfu', text: '安福路店 上海安福路 1 号 021-00000001' },
      },
    })
    expect(await sendBack(id)).toMatchObject({ body: { state: 'returning', waybill: WAYBILL } })
    const corrected = { ...WAYBILL, trackingNumber: 'SF0987654321' }
    expect(await sendBack(id, corrected)).toMatchObject({ body: { state: 'returning', waybill: corrected } })
    expect(await shopper.post(`/v1/after-sales/${id}/withdraw`)).toMatchObject(refused('after_sale_moved'))
    expect(refunds()).toEqual([])
    expect(await answer(id, 'receipt', { restock: true })).toMatchObject({ body: { state: 'refunding' } })
    await payOut()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded', granted: 39_00 })
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', refunded: 39_00 })
    expect(await stand().stock('CUP-W')).toEqual({ onHand: 19, reserved: 0 })
    expect((await options(shopper, order)).lines[0]!.most).toEqual({ refund: 1, return: 1, exchange: 1 })
  })

  test('that nobody sends is closed after a week, and can be asked for again', async () => {
    const { order, id } = await returning()
    await approve(id, { returnTo: WAREHOUSE })
    stand().clock.pass(7 * DAY - MINUTE)
    await runJobs()
    await signIn()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'awaiting_return' })
    stand().clock.pass(MINUTE)
    await runJobs()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'expired', open: false })
    expect(await sendBack(id)).toMatchObject(refused('after_sale_moved'))
    expect(await ask(shopper, order, { kind: 'return', lines: two })).toMatchObject({ status: 201 })
  })

  test('may be refused on sight of what came, with words', async () => {
    const { id } = await returning()
    await approve(id, { returnTo: WAREHOUSE })
    await sendBack(id)
    expect(await answer(id, 'refuse', { words: '' })).toMatchObject({ status: 400 })
    expect(await answer(id, 'refuse', { words: '寄回的不是本店商品' })).toMatchObject({ body: { state: 'refused' } })
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refused', answer: '寄回的不是本店商品' })
  })

  test('an exchange brings a replacement, which the shopper confirms or time does', async () => {
    const { order, id } = await returning('exchange')
    await approve(id, { returnTo: WAREHOUSE })
    await sendBack(id)
    expect(await answer(id, 'receipt', { restock: false })).toMatchObject({ body: { state: 'received' } })
    const parcel = { carrier: '中通快递', trackingNumber: 'ZT100200' }
    expect(await answer(id, 'replacement', parcel)).toMatchObject({ body: { state: 'replacement_sent' } })
    const received = () => shopper.post(`/v1/after-sales/${id}/replacement-receipt`)
    expect(await received()).toMatchObject({ body: { state: 'completed', replacement: parcel } })
    expect(await received()).toMatchObject({ status: 200 })
    expect(refunds()).toEqual([])
    const second = (await ask(shopper, order, { kind: 'exchange', lines: two })).body
    await approve(second.id, { returnTo: WAREHOUSE })
    await answer(second.id, 'receipt', { restock: false })
    await answer(second.id, 'replacement', parcel)
    stand().clock.pass(15 * DAY)
    await runJobs()
    await signIn()
    expect(await seen(shopper, second)).toMatchObject({ state: 'completed' })
  })

  test('an exchange there is no replacement for ends in money', async () => {
    const { id } = await returning('exchange')
    await approve(id, { returnTo: WAREHOUSE })
    await answer(id, 'receipt', { restock: false })
    expect(await answer(id, 'refund')).toMatchObject({ body: { state: 'refunding', granted: 39_00 } })
    await payOut()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded', refund: { amount: 39_00, state: 'done' } })
  })
})
