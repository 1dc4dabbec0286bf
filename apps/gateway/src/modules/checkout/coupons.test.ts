import type { Coupon } from '@xiaopu/commerce'
import type { Order, Problem } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { ADDRESS } from '../../testing/goods'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

const issue = (changes: Partial<Coupon> = {}) =>
  stand.merchant.putCoupon({
    code: 'Spring20',
    name: { 'zh-CN': '春日八折', en: '20% off in spring' },
    benefit: { kind: 'percent', percent: 20 },
    threshold: 0,
    scope: null,
    firstOrderOnly: false,
    stackable: false,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    perCustomer: 10,
    ...changes,
  })
const LAMP = { kind: 'direct', skuId: 'LAMP', quantity: 1 }

let keys = 0
const place = (quoteId: string, who = shopper, more: object = {}) =>
  who.place(quoteId, `with-a-coupon-${++keys}`, LAMP, more)
const isDiscounted = ({ amounts }: Order) => amounts.discount > 0

describe('a code that does not count', () => {
  test.each<[string, string, Partial<Coupon>, object]>([
    ['nobody knows', 'NOSUCH', {}, { reason: 'unknown', missing: null }],
    ['has not begun', 'spring20', { startsAt: new Date('2030-01-01') }, { reason: 'not_yet' }],
    ['is over', 'spring20', { endsAt: new Date('2020-01-01') }, { reason: 'expired' }],
    ['is for more than that', 'spring20', { threshold: 20_000 }, { reason: 'below_threshold', missing: 7_100 }],
    ['is for other goods', 'spring20', { scope: { categoryIds: [], productIds: ['cup'] } }, { reason: 'other_goods' }],
    ['is used up', 'spring20', { usageLimit: 0 }, { reason: 'used_up' }],
  ])('because it %s is told, and the order placed without it', async (_why, code, coupon, refusal) => {
    await issue(coupon)
    const quote = await shopper.quote(LAMP, code)
    expect(quote).toMatchObject({ coupon: null, couponRefused: refusal, problems: [], amounts: { discount: 0 } })
    expect(quote.id).toBe((await shopper.quote(LAMP)).id)
    expect(await place(quote.id)).toMatchObject({ status: 201, body: { coupon: null, amounts: quote.amounts } })
  })

  test.each([
    ['empty', ''],
    ['longer than any', 'x'.repeat(51)],
    ['of control characters', 'a\u0007b'],
    ['a list', ['SPRING20']],
  ])('because it is %s is refused by its field', async (_what, coupon) => {
    const request = { source: LAMP, address: ADDRESS, coupon }
    const { status, body } = await shopper.post<Problem>('/v1/checkout/quote', request)
    expect([status, body.code, body.fields![0]!.path]).toEqual([400, 'validation_failed', 'body.coupon'])
  })
})

describe('a code that counts', () => {
  test('in any case of letters is part of the quote, of its id and of the order', async () => {
    await issue()
    const plain = await shopper.quote(LAMP)
    const quote = await shopper.quote(LAMP, ' sPRING20 ')
    expect(quote).toMatchObject({
      coupon: { code: 'Spring20', name: '春日八折', discount: 2_580 },
      couponRefused: null,
      amounts: { goods: 12_900, discount: 2_580, total: plain.amounts.total - 2_580 },
    })
    expect(quote.id).not.toBe(plain.id)
    const { body } = await place(quote.id)
    expect(body).toMatchObject({ coupon: quote.coupon, amounts: quote.amounts })
    expect(await shopper.seen(body)).toMatchObject({ coupon: quote.coupon })
  })

  test('is not slipped into the order of somebody who was quoted without', async () => {
    await issue()
    const { id } = await shopper.quote(LAMP)
    expect(await place(id, shopper, { coupon: 'Spring20' })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed' },
    })
    expect((await place(id)).body.coupon).toBeNull()
  })

  test('has another name for the same sum under another code', async () => {
    await issue()
    await issue({ code: 'Also20' })
    expect((await shopper.quote(LAMP, 'Spring20')).id).not.toBe((await shopper.quote(LAMP, 'Also20')).id)
  })
})

describe('between the quote and the order', () => {
  test('a coupon that has ended makes it another quote, and the next one says why', async () => {
    await issue({ endsAt: new Date(stand.clock.ms() + DAY / 2) })
    const { id } = await shopper.quote(LAMP, 'Spring20')
    stand.clock.pass(DAY / 2)
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'quote_changed' } })
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 0 })
    const again = await shopper.quote(LAMP, 'Spring20')
    expect(again).toMatchObject({ coupon: null, couponRefused: { reason: 'expired' } })
    expect((await place(again.id)).status).toBe(201)
  })

  test('the last use of a coupon goes to one of two, and the other is told and orders without', async () => {
    await issue({ usageLimit: 1 })
    const other = await stand.shopper(CHEN)
    const [mine, theirs] = await Promise.all([shopper.quote(LAMP, 'Spring20'), other.quote(LAMP, 'Spring20')])
    expect([mine.coupon, theirs.coupon]).not.toContain(null)

    const answers = await Promise.all([place(mine.id), place(theirs.id, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 201)!.body).toMatchObject({ amounts: { discount: 2_580 } })
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'quote_changed' })

    const late = answers[0].status === 409 ? shopper : other
    const again = await late.quote(LAMP, 'Spring20')
    expect(again).toMatchObject({ coupon: null, couponRefused: { reason: 'used_up' } })
    const order = await place(again.id, late)
    expect(order.status).toBe(201)
    expect(isDiscounted(order.body)).toBe(false)
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 2 })
  })

  test('a second tap with the last use in it is the same order', async () => {
    await issue({ usageLimit: 1 })
    const { id } = await shopper.quote(LAMP, 'Spring20')
    const taps = await Promise.all([1, 2, 3].map(() => shopper.place(id, 'one-key-for-all', LAMP)))
    expect(new Set(taps.map(({ body }) => body.id)).size).toBe(1)
    expect(taps.map(({ status }) => status)).toEqual([201, 201, 201])
  })
})

test('a use comes back when the order is cancelled', async () => {
  await issue({ usageLimit: 1 })
  const { body } = await place((await shopper.quote(LAMP, 'Spring20')).id)
  expect(await shopper.quote(LAMP, 'Spring20')).toMatchObject({ couponRefused: { reason: 'used_up' } })
  await shopper.post(`/v1/orders/${body.id}/cancel`)
  expect(await shopper.quote(LAMP, 'Spring20')).toMatchObject({ coupon: { code: 'Spring20' } })
})
