import { BackendUnavailable } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { Order, Problem, Product, ReviewPage } from '@xiaopu/contract'
import { MINUTE } from '../../testing/clock'
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

/** WeChat's own sample of what may not be shown. */
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
const review = (changes: object = {}) => ({ productId: 'lamp', stars: 5, text: '光很柔', nickname: null, ...changes })
const write = (order: Order, changes: object = {}, who = shopper) =>
  who.post<Problem & { status: string }>(`/v1/orders/${order.id}/reviews`, review(changes))
const reviewsOf = async (productId: string, query = '') =>
  (await stand.visitor().get<ReviewPage>(`/v1/products/${productId}/reviews${query}`)).body
const publishAll = () => stand.publishReviews()

describe('a review is refused', () => {
  test('by somebody who has not signed in', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, {}, stand.visitor())).toMatchObject({ status: 401, body: { code: 'session_required' } })
  })

  test('for the order of somebody else, as if there were none', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, {}, await stand.shopper(CHEN))).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
    expect((await write({ ...order, id: 'nothing' })).status).toBe(404)
  })

  test('for a product that is not on the order', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, { productId: 'vase' })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test('before the order is paid, and before it is sent', async () => {
    const order = await shopper.order('LAMP')
    expect(await write(order)).toMatchObject({ status: 409, body: { code: 'order_not_reviewable' } })
    await stand.payOnPhone((await shopper.startPayment(order)).body.params)
    expect(await write(order)).toMatchObject({ status: 409, body: { code: 'order_not_reviewable' } })
    expect(await stand.count('gateway.reviews')).toBe(0)
  })

  test.each([
    ['1,001 characters', { text: '长'.repeat(1_001) }, 'body.text'],
    ['nothing but blanks', { text: ' \n ' }, 'body.text'],
    ['nothing that can be read', { text: '\u0000\u202e' }, 'body.text'],
    ['no stars', { stars: 0 }, 'body.stars'],
    ['six stars', { stars: 6 }, 'body.stars'],
    ['half a star', { stars: 4.5 }, 'body.stars'],
    ['a nickname like a novel', { nickname: '名'.repeat(21) }, 'body.nickname'],
    ['a picture of another house', { pictures: ['https://elsewhere.example/x.webp'] }, 'body.pictures[0]'],
    ['10,000 characters', { text: '长'.repeat(10_000) }, 'body.text'],
    ['a field nobody asked for', { price: 1 }, 'body'],
  ])('with %s, and the field is named', async (_what, changes, path) => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, changes)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path }] },
    })
    expect(await stand.count('gateway.reviews')).toBe(0)
  })

  test('with words that WeChat finds risky', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, { text: `好，${RISKY}` })).toMatchObject({ status: 422, body: { code: 'text_refused' } })
    expect(await stand.count('gateway.reviews')).toBe(0)
    expect((await write(order)).status).toBe(201)
  })

  test('the second time, also when both come at once', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    const answers = await Promise.all(['一', '二', '三', '四'].map((text) => write(order, { text })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await write(order)).toMatchObject({ status: 409, body: { code: 'already_reviewed' } })
    expect(await stand.count('gateway.reviews')).toBe(1)
  })
})

describe('a review', () => {
  test('is seen by nobody until somebody of the shop has let it through', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await write(order, { stars: 4, nickname: ' 小满 ' })).toMatchObject({
      status: 201,
      body: { status: 'pending' },
    })
    expect(await reviewsOf('lamp')).toMatchObject({ items: [], summary: { count: 0, average: null } })

    await publishAll()
    expect(await reviewsOf('lamp')).toMatchObject({
      items: [{ nickname: '小满', stars: 4, text: '光很柔', pictures: [], reply: null }],
      summary: { count: 1, average: 4 },
    })
    const { body } = await stand.visitor().get<Product>('/v1/products/lamp')
    expect(body.reviews).toEqual({ count: 1, average: 4 })
  })

  test('with a script in it is text, letter by letter', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    const text = '<script>alert("好")</script> & <img src=x onerror=alert(1)>'
    await write(order, { text, nickname: '<b>小满</b>' })
    await publishAll()
    expect((await reviewsOf('lamp')).items).toMatchObject([{ text, nickname: '<b>小满</b>' }])
  })

  test('of 1,000 characters, emoji among them, is kept to the last', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    const text = `${'长'.repeat(990)}👨‍👩‍👧好`
    await write(order, { text })
    await publishAll()
    expect((await reviewsOf('lamp')).items).toMatchObject([{ text }])
  })

  test('makes its lines of the order reviewed, and the order stops asking when all are', async () => {
    await shopper.put('CUP-W')
    await shopper.put('CUP-B')
    await shopper.put('LAMP')
    const { body: order } = await shopper.place((await shopper.quote()).id, 'two-cups-and-a-lamp')
    await stand.payOnPhone((await shopper.startPayment(order)).body.params)
    await stand.merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: null, lines: null })

    await write(order, { productId: 'cup' })
    const half = await shopper.seen(order)
    expect(
      half.lines
        .filter(({ reviewed }) => reviewed)
        .map(({ skuId }) => skuId)
        .sort(),
    ).toEqual(['CUP-B', 'CUP-W'])
    expect(half.actions).toContain('review')

    await write(order, { productId: 'lamp' })
    const whole = await shopper.seen(order)
    expect(whole.lines.every(({ reviewed }) => reviewed)).toBe(true)
    expect(whole.actions).not.toContain('review')
  })

  test('of the same product is welcome again for another order', async () => {
    for (const order of [await stand.sent(shopper, 'LAMP'), await stand.sent(shopper, 'LAMP')])
      expect((await write(order)).status).toBe(201)
    await publishAll()
    expect((await reviewsOf('lamp')).summary.count).toBe(2)
  })
})

test('a WeChat that does not answer holds no review up: somebody of the shop looks at it anyway', async () => {
  const order = await stand.sent(shopper, 'LAMP')
  stand.sandbox.control.fail({ endpoint: 'content.text', errcode: -1, times: 2 })
  expect(await write(order)).toMatchObject({ status: 201, body: { status: 'pending' } })
  expect((await reviewsOf('lamp')).items).toEqual([])
})

describe('when the shop system fails in the middle', () => {
  test('the review may be written again', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    const silent = async () => {
      throw new BackendUnavailable('no answer')
    }
    await stand.gateway.close()
    await stand.start({ backend: { ...backend, catalog: { ...backend.catalog, summaries: silent } } })
    expect(await write(order)).toMatchObject({ status: 503, body: { code: 'commerce_unavailable' } })
    expect(await stand.count('gateway.reviews')).toBe(0)
    await stand.gateway.close()
    await stand.start()
    expect((await shopper.seen(order)).lines).toMatchObject([{ reviewed: false }])
    expect((await write(order)).status).toBe(201)
  })

  test('and the gateway with it, the claim it left does not bar the way for ever', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    await stand.database.execute(
      `insert into gateway.reviewed_products (order_id, product_id, shopper_id, claimed_at)
       select $1, 'lamp', id, $2 from gateway.shoppers limit 1`,
      [order.id, stand.clock.now()],
    )
    expect((await shopper.seen(order)).lines).toMatchObject([{ reviewed: false }])
    expect((await write(order)).body).toMatchObject({ code: 'already_reviewed' })
    stand.clock.pass(MINUTE + 1)
    expect((await write(order)).status).toBe(201)
  })
})

describe('the reviews of a product', () => {
  test('come newest first, page by page, to be kept for a little while', async () => {
    for (const text of ['第一', '第二', '第三']) {
      await write(await stand.sent(shopper, 'LAMP'), { text })
      stand.clock.pass(MINUTE)
    }
    await publishAll()
    const first = await reviewsOf('lamp', '?limit=2')
    expect(first.items.map(({ text }) => text)).toEqual(['第三', '第二'])
    const rest = await reviewsOf('lamp', `?limit=2&cursor=${first.nextCursor}`)
    expect(rest.items.map(({ text }) => text)).toEqual(['第一'])
    const { headers } = await stand.visitor().get('/v1/products/lamp/reviews')
    expect(headers['cache-control']).toMatch(/^public/)
  })

  test.each([
    ['/v1/products/nothing/reviews', 404],
    ['/v1/products/lamp/reviews?limit=51', 400],
    ['/v1/products/lamp/reviews?stars=5', 400],
  ])('%s is answered %d', async (url, status) => {
    expect((await stand.visitor().get(url)).status).toBe(status)
  })
})
