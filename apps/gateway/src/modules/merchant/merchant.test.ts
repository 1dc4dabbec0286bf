import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { HiredStaffMember, MerchantAct, MerchantOrder, ReviewPage } from '@xiaopu/contract'
import { Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'
import { createStaff } from './staff'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'
const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF1234567890', lines: null }

let stand: Stand
let owner: Visitor
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  await stand.database.execute('truncate gateway.staff, gateway.merchant_acts')
  owner = bearing(OWNER_TOKEN)
  shopper = await stand.shopper()
})

function bearing(token: string): Visitor {
  const visitor = stand.visitor()
  visitor.token = token
  return visitor
}
async function hired(name: string, role: 'owner' | 'staff' = 'staff') {
  const { status, body } = await owner.post<HiredStaffMember>('/v1/merchant/staff', { name, role })
  expect(status).toBe(201)
  return { ...body, visitor: bearing(body.token) }
}
async function paid(skuId = 'CUP-W', quantity = 2) {
  const order = await shopper.order(skuId, quantity)
  const { body } = await shopper.startPayment(order)
  await stand.payOnPhone(body.params)
  return order
}
const acts = async () => (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body.items

describe('the door', () => {
  test('is shut to nobody in particular, to a shopper, and to an invented token', async () => {
    for (const visitor of [stand.visitor(), shopper, bearing('x'.repeat(43))]) {
      expect(await visitor.get('/v1/merchant/orders')).toMatchObject({ status: 401, body: { code: 'staff_required' } })
      expect(await visitor.call('PUT', '/v1/merchant/skus/LAMP/stock', { onHand: 0 })).toMatchObject({ status: 401 })
    }
    expect(await stand.stock('LAMP')).not.toMatchObject({ onHand: 0 })
    expect(await acts()).toEqual([])
  })

  test('a member of staff is no shopper', async () => {
    const lin = await hired('小林')
    expect(await lin.visitor.get('/v1/cart')).toMatchObject({ status: 401 })
  })

  test('staff may not say who works here; an owner may', async () => {
    const lin = await hired('小林')
    expect(await lin.visitor.get('/v1/merchant/me')).toMatchObject({ body: { name: '小林', role: 'staff' } })
    for (const answer of [
      await lin.visitor.get('/v1/merchant/staff'),
      await lin.visitor.get('/v1/merchant/acts'),
      await lin.visitor.post('/v1/merchant/staff', { name: '我自己', role: 'owner' }),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'owner_required' } })
    }
    expect((await owner.get('/v1/merchant/staff')).body).toMatchObject({ staff: [{ name: '小林' }] })
  })

  test('shuts behind who has left, and what they did keeps their name', async () => {
    const lin = await hired('小林')
    await lin.visitor.call('PUT', '/v1/merchant/skus/LAMP/stock', { onHand: 9 })
    expect(await owner.call('DELETE', `/v1/merchant/staff/${lin.id}`)).toMatchObject({ status: 204 })
    expect(await lin.visitor.get('/v1/merchant/me')).toMatchObject({ status: 401 })
    expect(await owner.call('DELETE', `/v1/merchant/staff/${lin.id}`)).toMatchObject({ status: 404 })
    expect((await acts()).map(({ act, staff }) => [act, staff.name])).toContainEqual(['setStock', '小林'])
  })

  test('two owners who dismiss each other at the same moment leave one', async () => {
    const alone = createStaff({ db: stand.database.db, clock: stand.clock.now, ownerToken: undefined })
    const [one, other] = [await hired('甲', 'owner'), await hired('乙', 'owner')]
    const ends = await Promise.allSettled([alone.dismiss(one.id), alone.dismiss(other.id)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await alone.list()).toHaveLength(1)
  })

  test('tokens are told once and are in no table and no log', async () => {
    const lin = await hired('小林')
    await lin.visitor.get('/v1/merchant/me')
    const { rows } = await stand.database.execute(
      'select s::text from gateway.staff s union all select a::text from gateway.merchant_acts a',
    )
    expect(JSON.stringify(rows) + stand.log.join('')).not.toContain(lin.token)
  })
})

describe('every act', () => {
  test('is written down with who, when, what and how it ended', async () => {
    const lin = await hired('小林')
    const order = await shopper.order('LAMP')
    stand.clock.pass(1_000)
    await lin.visitor.post(`/v1/merchant/orders/${order.id}/shipments`, PARCEL)
    stand.clock.pass(1_000)
    await lin.visitor.call('PUT', '/v1/merchant/skus/LAMP/price', { price: 99_00, compareAt: null })
    expect(await acts()).toMatchObject([
      { act: 'setPrice', subject: 'LAMP', detail: { price: 99_00 }, outcome: 'done', staff: { name: '小林' } },
      { act: 'shipOrder', subject: order.id, detail: PARCEL, outcome: 'refused', staff: { name: '小林' } },
      { act: 'hireStaff', outcome: 'done', staff: { name: 'OWNER_TOKEN' } },
    ])
  })

  test('is in the book page by page', async () => {
    for (let onHand = 1; onHand <= 3; onHand++) {
      await owner.call('PUT', '/v1/merchant/skus/LAMP/stock', { onHand })
      stand.clock.pass(1_000)
    }
    const first = await owner.get<{ items: MerchantAct[]; nextCursor: string }>('/v1/merchant/acts?limit=2')
    const second = await owner.get<{ items: MerchantAct[] }>(
      `/v1/merchant/acts?limit=2&cursor=${first.body.nextCursor}`,
    )
    expect([...first.body.items, ...second.body.items].map(({ detail }) => detail)).toEqual([
      { onHand: 3 },
      { onHand: 2 },
      { onHand: 1 },
    ])
  })
})

describe('a parcel', () => {
  test('is not sent for an order nobody has paid, nor for one that is not there', async () => {
    const order = await shopper.order('LAMP')
    const url = (id: string) => `/v1/merchant/orders/${id}/shipments`
    expect(await owner.post(url(order.id), PARCEL)).toMatchObject({ status: 409, body: { code: 'order_not_paid' } })
    expect(await owner.post(url('no-such-order'), PARCEL)).toMatchObject({ status: 404 })
    expect(await owner.post(url(order.id), { ...PARCEL, trackingNumber: '<b>' })).toMatchObject({ status: 400 })
  })

  test('with everything makes the order shipped, and the shopper sees carrier and number', async () => {
    const order = await paid()
    const sent = await owner.post<MerchantOrder>(`/v1/merchant/orders/${order.id}/shipments`, PARCEL)
    expect(sent).toMatchObject({ status: 201, body: { status: 'shipped' } })
    expect(await shopper.seen(order)).toMatchObject({
      status: 'shipped',
      shipments: [{ carrier: '顺丰速运', trackingNumber: 'SF1234567890', lines: [{ quantity: 2 }] }],
    })
    expect(await owner.post(`/v1/merchant/orders/${order.id}/shipments`, PARCEL)).toMatchObject({ status: 409 })
  })

  test('with a part leaves the order waiting for the rest, and never sends more than was ordered', async () => {
    const order = await paid('CUP-W', 2)
    const url = `/v1/merchant/orders/${order.id}/shipments`
    const some = (quantity: number) => ({ ...PARCEL, lines: [{ skuId: order.lines[0]!.skuId, quantity }] })
    expect(await owner.post(url, some(3))).toMatchObject({ status: 409, body: { code: 'more_than_ordered' } })
    expect(await owner.post(url, some(1))).toMatchObject({ body: { status: 'paid' } })
    const answers = await Promise.all([owner.post(url, some(1)), owner.post(url, some(1))])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await shopper.seen(order)).shipments).toHaveLength(2)
  })

  test('is found by the order’s state', async () => {
    const order = await paid()
    await shopper.order('LAMP')
    const { body } = await owner.get<{ items: MerchantOrder[] }>('/v1/merchant/orders?status=paid')
    expect(body.items.map(({ id }) => id)).toEqual([order.id])
  })
})

describe('stock and price', () => {
  test('count from now on', async () => {
    await owner.call('PUT', '/v1/merchant/skus/VASE/stock', { onHand: 0 })
    await owner.call('PUT', '/v1/merchant/skus/LAMP/price', { price: 100_00, compareAt: 129_00 })
    expect(await shopper.post('/v1/cart/lines', { skuId: 'VASE', quantity: 1 })).toMatchObject({ status: 409 })
    expect((await shopper.put('LAMP')).lines).toMatchObject([{ unitPrice: 100_00, compareAt: 129_00 }])
  })

  test('stock never falls below what unpaid orders hold', async () => {
    await shopper.order('CUP-W', 2)
    const answer = await owner.call('PUT', '/v1/merchant/skus/CUP-W/stock', { onHand: 1 })
    expect(answer).toMatchObject({ status: 409, body: { code: 'stock_reserved' } })
  })

  test.each([
    ['/v1/merchant/skus/LAMP/stock', { onHand: -1 }],
    ['/v1/merchant/skus/LAMP/stock', { onHand: 1.5 }],
    ['/v1/merchant/skus/LAMP/price', { price: 0, compareAt: null }],
    ['/v1/merchant/skus/LAMP/price', { price: 100, compareAt: 100 }],
  ])('%s %j is refused', async (url, body) => {
    expect(await owner.call('PUT', url, body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
  })

  test('of a SKU that is not there is 404', async () => {
    expect(await owner.call('PUT', '/v1/merchant/skus/NOTHING/stock', { onHand: 1 })).toMatchObject({ status: 404 })
  })
})

describe('a review', () => {
  test('is shown, with the answer, once somebody has let it through', async () => {
    const order = await paid()
    await owner.post(`/v1/merchant/orders/${order.id}/shipments`, PARCEL)
    const { productId } = order.lines[0]!
    const review = { productId, stars: 5, text: '手感很好', nickname: '林小满' }
    expect(await shopper.post(`/v1/orders/${order.id}/reviews`, review)).toMatchObject({ status: 201 })
    const shown = async () => (await shopper.get<ReviewPage>(`/v1/products/${productId}/reviews`)).body.items
    expect(await shown()).toEqual([])

    const waiting = await owner.get<{ items: { id: string }[] }>('/v1/merchant/reviews')
    expect(waiting.body.items).toMatchObject([{ text: '手感很好', orderId: order.id }])
    const { id } = waiting.body.items[0]!
    await owner.call('PUT', `/v1/merchant/reviews/${id}`, { publish: true, reply: '谢谢喜欢' })
    expect(await shown()).toMatchObject([{ text: '手感很好', reply: '谢谢喜欢' }])
    await owner.call('PUT', `/v1/merchant/reviews/${id}`, { publish: false, reply: null })
    expect(await shown()).toEqual([])
  })
})

describe('a coupon', () => {
  const terms = {
    name: { 'zh-CN': '店庆', en: 'Anniversary' },
    benefit: { kind: 'fixed', amount: 20_00 },
    threshold: 100_00,
    scope: null,
    firstOrderOnly: false,
    startsAt: null,
    endsAt: null,
    usageLimit: 1,
    perCustomer: 1,
  }

  test('counts as soon as it is made, and how often it was used is told', async () => {
    expect(await owner.call('PUT', '/v1/merchant/coupons/DIANQING', terms)).toMatchObject({ status: 204 })
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const address = (await shopper.seen(await shopper.order('LAMP'))).address
    const { body } = await shopper.post('/v1/checkout/quote', { source, address, coupon: 'dianqing' })
    expect(body).toMatchObject({ coupon: { name: '店庆', discount: 20_00 }, amounts: { discount: 20_00 } })
    expect((await owner.get('/v1/merchant/coupons')).body).toMatchObject({ coupons: [{ code: 'DIANQING', used: 0 }] })
  })

  test('that ends before it starts is refused', async () => {
    const answer = await owner.call('PUT', '/v1/merchant/coupons/X', {
      ...terms,
      startsAt: '2026-12-01T00:00:00Z',
      endsAt: '2026-11-01T00:00:00Z',
    })
    expect(answer).toMatchObject({ status: 400 })
  })
})

test('where the shop is run elsewhere, it says so', async () => {
  const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
  await stand.gateway.close()
  await stand.start({ backend: { ...backend, merchant: null } })
  const answer = await owner.call('PUT', '/v1/merchant/skus/LAMP/stock', { onHand: 1 })
  await stand.gateway.close()
  await stand.start()
  expect(answer).toMatchObject({ status: 501, body: { code: 'not_supported' } })
})
