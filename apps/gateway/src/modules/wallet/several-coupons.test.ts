import type { Campaign, FittingCoupons, MerchantCoupon, Order, Problem, Quote, WalletCoupon } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { ADDRESS } from '../../testing/goods'
import { OWNER_TOKEN } from '../../testing/opened-shop'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const LAMP = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
const words = (text: string) => ({ 'zh-CN': text, en: text })
const TEN = { kind: 'percent', percent: 10 }
const TWENTY_YUAN = { kind: 'fixed', amount: 20_00 }

let stand: Stand
let owner: Visitor
let lin: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
  owner = stand.visitor()
  owner.token = OWNER_TOKEN
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  await stand.database.execute('truncate gateway.campaigns, gateway.taken_coupons, commerce.coupons cascade')
  lin = await stand.shopper()
  await coupon('MORE', TWENTY_YUAN)
  await coupon('PLUS', TEN)
})

async function coupon(code: string, benefit: object, more: object = { stackable: true }) {
  const open = { startsAt: null, endsAt: null, usageLimit: null, perCustomer: 100 }
  const terms = { name: words(code), benefit, threshold: 0, scope: null, firstOrderOnly: false, ...open, ...more }
  expect(await owner.call('PUT', `/v1/merchant/coupons/${code}`, terms)).toMatchObject({ status: 204 })
}
async function campaign(code: string) {
  const time = { startsAt: null, endsAt: null, validDays: 7, validUntil: null }
  const text = { name: words(code), benefit: words(code), note: words('') }
  const terms = { code, ...text, ...time, stock: null, perShopper: 1, atTill: false }
  expect(await owner.call('PUT', `/v1/merchant/campaigns/${code}`, terms)).toMatchObject({ status: 204 })
}
const take = (code: string, by = lin) => by.post<WalletCoupon>(`/v1/coupons/${code}/take`)
/** Both codes have to be taken now, and Lin has them. */
async function bothInTheWallet() {
  for (const code of ['MORE', 'PLUS']) {
    await campaign(code)
    expect(await take(code)).toMatchObject({ status: 201, body: { stackable: true } })
  }
}
const asked = (body: object, by = lin) =>
  by.post<Quote & Problem>('/v1/checkout/quote', { source: LAMP, address: ADDRESS, ...body })
const quote = async (coupons: string[], by = lin) => (await asked({ coupons }, by)).body
let keys = 0
const place = (quoteId: string, by = lin) => by.place(quoteId, `several-tap-${++keys}`, LAMP)
const wallet = async (state: string) =>
  (await lin.get<{ coupons: WalletCoupon[] }>(`/v1/wallet?state=${state}`)).body.coupons.map(({ code }) => code).sort()
const codesOf = ({ coupons }: { coupons: { code: string }[] }) => coupons.map(({ code }) => code)

describe('what a client asks with', () => {
  test.each<[string, object, string]>([
    ['one and several at once', { coupon: 'MORE', coupons: ['PLUS'] }, 'body.coupons'],
    ['none and several at once', { coupon: null, coupons: ['PLUS'] }, 'body.coupons'],
    ['more than anybody uses', { coupons: Array.from({ length: 11 }, (_, index) => `C${index}`) }, 'body.coupons'],
    ['an empty one among them', { coupons: ['MORE', ' '] }, 'body.coupons[1]'],
  ])('%s is refused by its field', async (_, body, path) => {
    const { status, body: problem } = await asked(body)
    expect([status, problem.code, problem.fields![0]!.path]).toEqual([400, 'validation_failed', path])
  })
  test('several are all in the quote and in the order, each with its part, the first also where one was told before', async () => {
    const quoted = await quote(['more', 'PLUS'])
    expect(quoted).toMatchObject({
      coupons: [
        { code: 'PLUS', discount: 12_90, stackable: true },
        { code: 'MORE', discount: 20_00, stackable: true },
      ],
      coupon: { code: 'PLUS', discount: 12_90 },
      couponsRefused: [],
      couponLimit: 5,
      amounts: { goods: 129_00, discount: 32_90 },
    })
    expect(quoted.id).toBe((await quote(['PLUS', 'MORE'])).id)
    expect(quoted.id).not.toBe((await quote(['PLUS'])).id)
    const { body: order } = await place(quoted.id)
    expect(order.coupons).toMatchObject([
      { code: 'PLUS', discount: 12_90 },
      { code: 'MORE', discount: 20_00 },
    ])
    expect(order).toMatchObject({ coupon: { code: 'PLUS' }, amounts: quoted.amounts })
    expect(await lin.seen(order)).toMatchObject({ coupons: order.coupons })
  })
  test('one, as clients of before ask, is answered in both ways', async () => {
    const { body } = await asked({ coupon: 'MORE' })
    expect(body).toMatchObject({ coupon: { code: 'MORE' }, coupons: [{ code: 'MORE' }], couponRefused: null })
    const { body: refused } = await asked({ coupon: 'NOSUCH' })
    expect(refused).toMatchObject({ coupon: null, coupons: [], couponRefused: { reason: 'unknown' } })
    expect(refused.couponsRefused).toEqual([refused.couponRefused])
  })
  test('a coupon nobody said of that it may be combined is used alone, and says why beside another', async () => {
    await coupon('ALONE', TEN, {})
    const { coupons } = (await owner.get<{ coupons: MerchantCoupon[] }>('/v1/merchant/coupons')).body
    expect(coupons.map(({ code, stackable }) => [code, stackable])).toEqual([
      ['ALONE', false],
      ['MORE', true],
      ['PLUS', true],
    ])
    const quoted = await quote(['MORE', 'ALONE'])
    expect(codesOf(quoted)).toEqual(['MORE'])
    expect(quoted.couponsRefused).toEqual([{ code: 'ALONE', reason: 'not_stackable', missing: null }])
    expect((await place(quoted.id)).body.coupons).toMatchObject([{ code: 'MORE' }])
  })
})

describe('between the quote and the order', () => {
  test('one of two that has ended makes it another quote, and the next one says which', async () => {
    await coupon('PLUS', TEN, { stackable: true, endsAt: new Date(stand.clock.ms() + DAY / 2).toISOString() })
    const { id } = await quote(['MORE', 'PLUS'])
    stand.clock.pass(DAY / 2)
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'quote_changed' } })
    const again = await quote(['MORE', 'PLUS'])
    expect(again).toMatchObject({ coupons: [{ code: 'MORE' }], couponsRefused: [{ code: 'PLUS', reason: 'expired' }] })
    expect((await place(again.id)).status).toBe(201)
  })
  test('a quote of a gateway that knew one coupon can still be ordered', async () => {
    const { id } = await quote(['MORE'])
    await stand.database.execute(
      `update gateway.quotes set purchase = (purchase - 'coupons') || '{"coupon":"MORE"}' where id = $1`,
      [id],
    )
    expect((await place(id)).body.coupons).toMatchObject([{ code: 'MORE' }])
  })
})

describe('two of the wallet', () => {
  beforeEach(bothInTheWallet)

  test('are spent by one order, and both come back when it is cancelled', async () => {
    const { body: order } = await place((await quote(['MORE', 'PLUS'])).id)
    expect(await wallet('used')).toEqual(['MORE', 'PLUS'])
    expect((await quote(['MORE', 'PLUS'])).couponsRefused).toMatchObject([{ reason: 'used_up' }, { reason: 'used_up' }])
    await lin.post<Order>(`/v1/orders/${order.id}/cancel`)
    await stand.gateway.runJobsOnce()
    expect(await wallet('usable')).toEqual(['MORE', 'PLUS'])
  })
  test('wanted by two orders at once, in either order, are in one of them: the other is told, and keeps none', async () => {
    const [{ id }, { id: other }] = [await quote(['MORE', 'PLUS']), await quote(['PLUS', 'MORE'])]
    const answers = await Promise.all([place(id), place(other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quote_changed')
    expect(await stand.count('commerce.orders')).toBe(1)
    expect(await wallet('used')).toEqual(['MORE', 'PLUS'])
  })
  test('with one of them held elsewhere: no order, and the other is not kept for it', async () => {
    const { id } = await quote(['MORE', 'PLUS'])
    const held = `update gateway.taken_coupons set held_by = 'another', held_at = $1 where campaign_id = 'PLUS'`
    await stand.database.execute(held, [stand.clock.now()])
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'quote_changed' } })
    expect((await place((await quote(['MORE'])).id)).status).toBe(201)
  })
  test('of an order that is refused stay in the wallet', async () => {
    const { id } = await quote(['MORE', 'PLUS'])
    await stand.setStock('LAMP', 0)
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'lines_unavailable' } })
    await stand.setStock('LAMP', 10)
    expect((await place((await quote(['MORE', 'PLUS'])).id)).body.coupons).toHaveLength(2)
  })
  test('of an order whose answer was lost are spent by its own event, both', async () => {
    await place((await quote(['MORE', 'PLUS'])).id)
    await stand.database.execute('update gateway.taken_coupons set order_id = null')
    await stand.gateway.runJobsOnce()
    expect(await wallet('used')).toEqual(['MORE', 'PLUS'])
  })
  test('are the best together; each is told by itself, and whether it may be combined', async () => {
    await coupon('ALONE', { kind: 'fixed', amount: 25_00 }, {})
    await campaign('ALONE')
    await take('ALONE')
    const { body } = await lin.post<FittingCoupons>('/v1/checkout/coupons', { source: LAMP, address: null })
    expect(body.usable).toMatchObject([
      { code: 'ALONE', discount: 25_00, stackable: false },
      { code: 'MORE', discount: 20_00, stackable: true },
      { code: 'PLUS', discount: 12_90, stackable: true },
    ])
    expect([body.best.toSorted(), body.couponLimit]).toEqual([['MORE', 'PLUS'], 5])
    const { campaigns } = (await stand.visitor().get<{ campaigns: Campaign[] }>('/v1/coupons')).body
    expect(campaigns.map(({ id, stackable }) => [id, stackable])).toEqual([
      ['ALONE', false],
      ['MORE', true],
      ['PLUS', true],
    ])
  })
  test('passed on in letters of double width count for nobody who has not taken them', async () => {
    const chen = await stand.shopper(CHEN)
    expect(await quote(['ＭＯＲＥ', 'more'], chen)).toMatchObject({
      coupons: [],
      couponsRefused: [{ reason: 'unknown' }, { reason: 'unknown' }],
    })
  })
})
