import type { CampaignTerms, FittingCoupons, MerchantCampaign, Order, Quote, WalletCoupon } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'
const DAY = 86_400_000
const words = (text: string) => ({ 'zh-CN': text, en: text })
const TERMS: CampaignTerms = {
  code: 'LIJIAN20',
  name: words('立减券'),
  benefit: words('满 100 减 20'),
  note: words(''),
  stock: null,
  perShopper: 1,
  startsAt: null,
  endsAt: null,
  validDays: 7,
  validUntil: null,
  atTill: false,
}

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
  await coupon('LIJIAN20', 20_00, 100_00)
  await campaign('welcome')
})

async function coupon(code: string, amount: number, threshold: number) {
  const terms = {
    name: words(code),
    benefit: { kind: 'fixed', amount },
    threshold,
    scope: null,
    firstOrderOnly: false,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    perCustomer: 100,
  }
  expect(await owner.call('PUT', `/v1/merchant/coupons/${code}`, terms)).toMatchObject({ status: 204 })
}
async function narrow(code: string, scope: { categoryIds: string[]; productIds: string[] }) {
  const { body } = await owner.get<{ coupons: Record<string, unknown>[] }>('/v1/merchant/coupons')
  const { code: _, used: __, ...terms } = body.coupons.find((one) => one.code === code)!
  await owner.call('PUT', `/v1/merchant/coupons/${code}`, { ...terms, scope })
}
async function campaign(id: string, changes: Partial<CampaignTerms> = {}) {
  expect(await owner.call('PUT', `/v1/merchant/campaigns/${id}`, { ...TERMS, ...changes })).toMatchObject({
    status: 204,
  })
}
const take = (by = lin, id = 'welcome') => by.post<WalletCoupon>(`/v1/coupons/${id}/take`)
const wallet = async (state: string, of = lin) =>
  (await of.get<{ coupons: WalletCoupon[] }>(`/v1/wallet?state=${state}`)).body.coupons
const lamp = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
const quote = async (code: string | null, by = lin) =>
  (await by.post<Quote>('/v1/checkout/quote', { source: lamp, address: ADDRESS, coupon: code })).body
let keys = 0
const place = (quoteId: string, by = lin) => by.place(quoteId, `wallet-tap-${++keys}`, lamp)

describe('taking a coupon', () => {
  test('is for who is signed in; what there is to take is for all', async () => {
    const { body } = await stand.visitor().get('/v1/coupons')
    expect(body).toMatchObject({ campaigns: [{ id: 'welcome', benefit: '满 100 减 20', left: null }] })
    expect(await take(stand.visitor())).toMatchObject({ status: 401 })
  })

  test('is offered with the products it can count for: those named, and all below a category', async () => {
    const offered = async (product: string) =>
      (await stand.visitor().get<{ campaigns: { id: string }[] }>(`/v1/coupons?product=${product}`)).body.campaigns
    expect(await offered('lamp')).toMatchObject([{ id: 'welcome' }])
    await narrow('LIJIAN20', { categoryIds: ['home'], productIds: ['gift'] })
    expect([await offered('lamp'), await offered('cup'), await offered('gift')]).toMatchObject(
      Array(3).fill([{ id: 'welcome' }]),
    )
    await narrow('LIJIAN20', { categoryIds: [], productIds: ['gift'] })
    expect([await offered('lamp'), await offered('gone')]).toEqual([[], []])
  })

  test('puts it into the wallet until its days are over', async () => {
    expect(await take()).toMatchObject({ status: 201, body: { state: 'usable', code: 'LIJIAN20' } })
    expect(await wallet('usable')).toHaveLength(1)
    stand.clock.pass(7 * DAY)
    expect([await wallet('usable'), await wallet('expired')]).toMatchObject([[], [{ state: 'expired' }]])
  })

  test('a second time is too often, also when both taps come at once', async () => {
    const answers = await Promise.all([take(), take()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await take()).toMatchObject({ status: 409, body: { code: 'coupon_taken' } })
    expect(await wallet('usable')).toHaveLength(1)
  })

  test('of ten, with two hundred who want one, is for ten', async () => {
    await campaign('ten', { code: 'TEN', stock: 10 })
    const { rows } = await stand.database.execute(
      `insert into gateway.shoppers (id, appid, openid, created_at)
       select 'crowd-' || n, 'wx-crowd', 'crowd-' || n, now() from generate_series(1, 200) n returning id`,
    )
    const { createCampaigns } = await import('./campaigns')
    const { take: takeFor } = createCampaigns(stand.database.db, stand.clock.now, async () => new Set())
    const ends = await Promise.allSettled(rows.map(({ id }) => takeFor(id as string, 'ten', 'zh-CN')))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))
    expect(new Set(reasons)).toEqual(new Set(['coupon_gone']))
    expect(
      (await owner.get<{ campaigns: MerchantCampaign[] }>('/v1/merchant/campaigns')).body.campaigns,
    ).toContainEqual(expect.objectContaining({ id: 'ten', taken: 10 }))
    expect((await stand.visitor().get<{ campaigns: { id: string }[] }>('/v1/coupons')).body.campaigns).toEqual([
      expect.objectContaining({ id: 'welcome' }),
    ])
  })

  test('before it begins, after it ended, or of nothing is refused', async () => {
    const at = (ms: number) => new Date(stand.clock.now().getTime() + ms).toISOString()
    await campaign('later', { code: 'LATER', startsAt: at(DAY) })
    await campaign('over', { code: 'OVER', endsAt: at(-DAY) })
    expect(await take(lin, 'later')).toMatchObject({ status: 409, body: { code: 'coupon_gone' } })
    expect(await take(lin, 'over')).toMatchObject({ status: 409, body: { code: 'coupon_gone' } })
    expect(await take(lin, 'nothing')).toMatchObject({ status: 404 })
  })
})

describe('using a coupon', () => {
  test('needs it in the wallet: a code that was passed on does not count', async () => {
    await take()
    const chen = await stand.shopper(CHEN)
    expect(await quote('lijian20')).toMatchObject({ amounts: { discount: 20_00 } })
    expect(await quote('LIJIAN20', chen)).toMatchObject({
      amounts: { discount: 0 },
      coupon: null,
      couponRefused: { reason: 'unknown' },
    })
  })

  test('spends it; a cancelled order gives it back', async () => {
    await take()
    const { body: order } = await place((await quote('LIJIAN20')).id)
    expect(order).toMatchObject({ coupon: { discount: 20_00 } })
    expect(await wallet('used')).toHaveLength(1)
    expect(await quote('LIJIAN20')).toMatchObject({ couponRefused: { reason: 'used_up' } })
    await lin.post<Order>(`/v1/orders/${order.id}/cancel`)
    await stand.gateway.runJobsOnce()
    expect(await wallet('usable')).toHaveLength(1)
    expect(await quote('LIJIAN20')).toMatchObject({ amounts: { discount: 20_00 } })
  })

  test('in two orders at once makes one of them: the other is told', async () => {
    await take()
    const { id } = await quote('LIJIAN20')
    const answers = await Promise.all([place(id), place(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quote_changed')
    expect(await stand.count('commerce.orders')).toBe(1)
  })

  test('that the order is refused for leaves it in the wallet', async () => {
    await take()
    const { id } = await quote('LIJIAN20')
    await stand.setStock('LAMP', 0)
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'lines_unavailable' } })
    await stand.setStock('LAMP', 10)
    expect(await place((await quote('LIJIAN20')).id)).toMatchObject({ status: 201 })
  })

  test('held for an order that was never placed is free after an hour', async () => {
    await take()
    await stand.database.execute(`update gateway.taken_coupons set held_by = 'a-crash', held_at = $1`, [
      stand.clock.now(),
    ])
    expect(await place((await quote('LIJIAN20')).id)).toMatchObject({ status: 409 })
    stand.clock.pass(61 * 60_000)
    await stand.gateway.runJobsOnce()
    expect(await place((await quote('LIJIAN20')).id)).toMatchObject({ status: 201 })
  })

  test('of an order whose coupon was only held when the gateway died, is spent by the order’s own event', async () => {
    await take()
    await place((await quote('LIJIAN20')).id)
    await stand.database.execute('update gateway.taken_coupons set order_id = null')
    await stand.gateway.runJobsOnce()
    expect(await wallet('used')).toHaveLength(1)
  })
})

describe('which coupons fit', () => {
  test('the best first, and why the others do not', async () => {
    await coupon('SMALL', 5_00, 0)
    await coupon('HUGE', 300_00, 1_000_00)
    await campaign('small', { code: 'SMALL', name: words('小券') })
    await campaign('huge', { code: 'HUGE', name: words('大券') })
    for (const id of ['small', 'welcome', 'huge']) await take(lin, id)
    const { body } = await lin.post<FittingCoupons>('/v1/checkout/coupons', { source: lamp, address: null })
    expect(body.usable).toMatchObject([
      { name: '立减券', discount: 20_00 },
      { name: '小券', discount: 5_00 },
    ])
    expect(body.unusable).toMatchObject([{ name: '大券', reason: 'below_threshold', missing: 1_000_00 - 129_00 }])
  })

  test('none, with an empty wallet or nothing to buy', async () => {
    const fit = (source: object) => lin.post('/v1/checkout/coupons', { source, address: null })
    const nothing = { usable: [], unusable: [], best: [], couponLimit: 5 }
    expect((await fit(lamp)).body).toEqual(nothing)
    await take()
    expect((await fit({ kind: 'cart' })).body).toEqual(nothing)
  })
})

describe('at the till of a shop', () => {
  const redeem = (tillCode: string, by = owner) => by.post('/v1/merchant/till', { tillCode })

  test('a coupon is redeemed once, also when two cashiers scan it', async () => {
    await campaign('tea', { code: 'TEA', name: words('到店茶饮'), atTill: true })
    const { tillCode } = (await take(lin, 'tea')).body
    expect(tillCode).toMatch(/^\d{12}$/)
    const answers = await Promise.all([redeem(tillCode!), redeem(tillCode!)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await wallet('used')).toMatchObject([{ name: '到店茶饮', tillCode: null }])
  })

  test('an unknown, a used and a run-out one are refused, and a shopper is no cashier', async () => {
    await campaign('tea', { code: 'TEA', atTill: true })
    const { tillCode } = (await take(lin, 'tea')).body
    expect(await redeem('000000000000')).toMatchObject({ status: 404 })
    expect(await redeem(tillCode!, lin)).toMatchObject({ status: 401 })
    stand.clock.pass(8 * DAY)
    expect(await redeem(tillCode!)).toMatchObject({ status: 409, body: { code: 'coupon_spent' } })
  })
})
