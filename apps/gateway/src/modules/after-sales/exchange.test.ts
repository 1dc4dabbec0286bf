import type { AfterSaleRequest, MerchantAfterSale, Order } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { writeRefund } from '../payments/refund-book'
import { afterSaleTalk, WAREHOUSE, WAYBILL } from './testing'

const { stand, shopper, owner, runJobs } = openedShop()
const { ask, seen, options, answer, approve, payOut } = afterSaleTalk(stand)

const refused = (code: string, status = 409) => ({ status, body: { code } })
const PARCEL = { carrier: '中通快递', trackingNumber: 'ZT100200' }

/** A mug that has arrived, and is to be exchanged. */
async function exchange(line: Partial<AfterSaleRequest['lines'][number]> = {}) {
  const order = await stand().sent(shopper, 'CUP-B')
  const { body } = await ask(shopper, order, { kind: 'exchange', lines: [{ skuId: 'CUP-B', quantity: 1, ...line }] })
  return { order, id: body.id, made: body }
}
const agree = (id: string) => approve(id, { returnTo: WAREHOUSE })
const there = (skuId: string) => stand().stock(skuId)

/** White ones at the price of the blue ones. */
const atOnePrice = () => stand().setPrice('CUP-W', 42_50)

describe('what it can be', () => {
  test('the same again, or another of the product at the same price, and it is said whether there is any', async () => {
    await atOnePrice()
    await stand().setStock('CUP-W', 0)
    const { order, made } = await exchange({ quantity: 1 })
    expect(made).toMatchObject({ replacements: [{ skuId: 'CUP-B', quantity: 1 }], insteadOfExchange: false })
    await shopper.post(`/v1/after-sales/${made.id}/withdraw`)
    expect((await options(shopper, order)).lines[0]!.replacements).toEqual([
      { skuId: 'CUP-B', options: ['青'], available: true },
      { skuId: 'CUP-W', options: ['白'], available: false },
    ])
  })

  test.each([
    ['one at another price', 'CUP-W'],
    ['another product', 'LAMP'],
    ['what there is not', 'NOTHING'],
  ])('not %s', async (_, replacementSkuId) => {
    const order = await stand().sent(shopper, 'CUP-B')
    const lines = [{ skuId: 'CUP-B', quantity: 1, replacementSkuId }]
    expect(await ask(shopper, order, { kind: 'exchange', lines })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'body.lines.0.replacementSkuId' }] } },
    })
    expect(await ask(shopper, order, { kind: 'return', lines })).toMatchObject({ status: 400 })
    expect(await stand().count('gateway.after_sales')).toBe(0)
  })
})

describe('the goods', () => {
  test('are set aside when the merchant agrees, and leave when they are sent; what came back is sold again', async () => {
    await atOnePrice()
    const { id } = await exchange({ replacementSkuId: 'CUP-W' })
    expect(await there('CUP-W')).toEqual({ onHand: 20, reserved: 0 })
    expect((await agree(id)).body).toMatchObject({ replacementKept: true, replacements: [{ skuId: 'CUP-W' }] })
    expect(await there('CUP-W')).toEqual({ onHand: 20, reserved: 1 })
    await answer(id, 'receipt', { restock: true })
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 0 })
    expect((await answer(id, 'replacement', PARCEL)).body).toMatchObject({ replacementKept: null })
    expect([await there('CUP-W'), await there('CUP-B')]).toEqual([
      { onHand: 19, reserved: 0 },
      { onHand: 3, reserved: 0 },
    ])
    await runJobs()
    expect(await there('CUP-W')).toEqual({ onHand: 19, reserved: 0 })
  })

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['the shopper withdraws', (id) => shopper.post(`/v1/after-sales/${id}/withdraw`)],
    [
      'what came back is refused',
      async (id) => {
        await shopper.call('PUT', `/v1/after-sales/${id}/waybill`, WAYBILL)
        await answer(id, 'refuse', { words: '不是本店的' })
      },
    ],
    [
      'nobody sends anything back',
      async () => {
        stand().clock.pass(7 * DAY)
        await runJobs()
      },
    ],
    [
      'money goes back instead',
      async (id) => {
        await answer(id, 'receipt', { restock: false })
        await answer(id, 'refund')
      },
    ],
  ])('can be sold again when %s', async (_, ends) => {
    const { id } = await exchange()
    await agree(id)
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 1 })
    await ends(id)
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 0 })
  })

  test('of two exchanges at once, the last one goes to one; the other is told, and gets money instead', async () => {
    const [mine, theirs] = [await exchange(), await exchange()]
    await stand().setStock('CUP-B', 1)
    const answers = await Promise.all([agree(mine.id), agree(theirs.id)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('replacement_sold_out')
    expect(await there('CUP-B')).toEqual({ onHand: 1, reserved: 1 })
    const loser = answers[0]!.status === 409 ? mine : theirs
    const open = (await owner.get<MerchantAfterSale>(`/v1/merchant/after-sales/${loser.id}`)).body
    expect(open).toMatchObject({ state: 'requested', actions: ['approve', 'approve_refund', 'refuse'] })
    expect(await approve(loser.id, { returnTo: WAREHOUSE, refundInstead: true, words: '没货了' })).toMatchObject({
      body: { kind: 'return', state: 'awaiting_return', insteadOfExchange: true, granted: 42_50 },
    })
    expect(await seen(shopper, loser)).toMatchObject({ insteadOfExchange: true, replacements: [], asked: 42_50 })
    await answer(loser.id, 'receipt', { restock: true })
    await payOut()
    expect(await seen(shopper, loser)).toMatchObject({ state: 'refunded', refund: { amount: 42_50, state: 'done' } })
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 1 })
  })

  test('a shopper who withdraws at the moment of the answer leaves nothing set aside', async () => {
    const { id } = await exchange()
    await Promise.all([shopper.post(`/v1/after-sales/${id}/withdraw`), agree(id), agree(id)])
    const { state } = await seen(shopper, { id })
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: state === 'withdrawn' ? 0 : 1 })
    await shopper.post(`/v1/after-sales/${id}/withdraw`)
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 0 })
  })

  test('are given back by the job where the gateway died in between', async () => {
    const { id } = await exchange()
    await agree(id)
    await stand().database.execute(`update gateway.after_sales set state = 'withdrawn' where id = $1`, [id])
    await runJobs()
    expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 0 })
  })
})

test('money instead is for exchanges, and no more than the goods were worth', async () => {
  const order: Order = await stand().sent(shopper, 'CUP-B')
  const { id } = (await ask(shopper, order, { kind: 'return' })).body
  const instead = { returnTo: WAREHOUSE, refundInstead: true }
  expect(await approve(id, instead)).toMatchObject({ status: 400, body: { fields: [{ path: 'body.refundInstead' }] } })
  const other = await exchange()
  expect(await approve(other.id, { ...instead, amount: 42_51 })).toMatchObject({
    ...{ status: 400, body: { fields: [{ path: 'body.amount' }] } },
  })
  expect(await approve(other.id, { ...instead, amount: 42_00 })).toMatchObject({ body: { granted: 42_00 } })
  expect(await approve(other.id, instead)).toMatchObject(refused('after_sale_moved'))
})

test('an order all of whose money goes back closes what was asked for besides', async () => {
  const { order, id } = await exchange()
  await agree(id)
  // In the shop system, where nobody asks what the gateway has promised.
  const all = { mark: 'M-1', amount: order.amounts.total, reason: '商家退款', merchantRefundId: '1' }
  await writeRefund(stand().database.db, { orderId: order.id }, all, stand().clock.now())
  expect(await seen(shopper, { id })).toMatchObject({ state: 'awaiting_return' })
  await payOut()
  expect(await seen(shopper, { id })).toMatchObject({
    ...{ state: 'closed', open: false, actions: [] },
    progress: [{}, {}, { state: 'closed', by: 'shop' }],
  })
  expect(await there('CUP-B')).toEqual({ onHand: 2, reserved: 0 })
  expect((await options(shopper, order)).kinds).toEqual([])
})
