import type { Order, OrderCounts, OrderPage, OrderReviews, Problem, ReviewPage, Upload } from '@xiaopu/contract'
import sharp from 'sharp'
import { DAY, MINUTE } from '../../testing/clock'
import { form } from '../../testing/form'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

let stand: Stand
let shopper: Visitor
let order: Order
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
  order = await stand.sent(shopper, 'LAMP')
})

const plain = { productId: 'lamp', stars: 5, text: '光很柔', nickname: null }
const write = (changes: object = {}, who = shopper) =>
  who.post<Problem>(`/v1/orders/${order.id}/reviews`, { ...plain, ...changes })
const add = (changes: object = {}, who = shopper) =>
  who.post<Problem>(`/v1/orders/${order.id}/follow-ups`, { productId: 'lamp', text: '还亮着', ...changes })
const own = async () => (await shopper.get<OrderReviews>(`/v1/orders/${order.id}/reviews`)).body
const reviewsOf = async (query = '') =>
  (await stand.visitor().get<ReviewPage>(`/v1/products/lamp/reviews${query}`)).body
const publishAll = () => stand.publishReviews()
const photograph = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer()
const sent = async (who = shopper, bytes?: Buffer) => {
  const { payload, headers } = form([{ bytes: bytes ?? (await photograph()) }])
  return (await who.post<Upload>('/v1/uploads', payload, headers)).body
}
const statusOf = async (url: string) => (await stand.gateway.app.inject(new URL(url).pathname)).statusCode

describe('pictures', () => {
  test('are told to nobody until the review is let through, and stay when the day is over', async () => {
    const [one, two] = [await sent(), await sent()]
    expect((await write({ pictures: [two.id, one.id], tags: ['looks_good'] })).status).toBe(201)
    expect((await reviewsOf()).items).toEqual([])
    stand.clock.pass(2 * DAY)
    await stand.gateway.runJobsOnce()
    await publishAll()
    const { items, figures } = await reviewsOf('?only=pictures&tag=looks_good&stars=good')
    expect(items.map(({ pictures }) => pictures)).toEqual([[two.picture, one.picture]])
    expect(figures).toMatchObject({ goodRate: 100, good: 1, pictures: 1, tags: [{ tag: 'looks_good', count: 1 }] })
    expect(await statusOf(one.picture.full)).toBe(200)
  })

  test.each<[string, () => Promise<string[]>, string]>([
    ['somebody else’s', async () => [(await sent(await stand.shopper(CHEN))).id], 'body.pictures'],
    ['one that does not exist', async () => ['nothing'], 'body.pictures'],
    ['the same twice', async () => Array(2).fill((await sent()).id), 'body.pictures'],
    ['ten of them', async () => Array.from({ length: 10 }, (_, n) => `u${n}`), 'body.pictures'],
  ])('%s are refused, nothing is written, and the review can be written without', async (_what, pictures, path) => {
    expect(await write({ pictures: await pictures() })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path }] },
    })
    expect(await stand.count('gateway.reviews')).toBe(0)
    expect((await write()).status).toBe(201)
  })

  test('go into one review only', async () => {
    const { id } = await sent()
    const other = await stand.sent(shopper, 'VASE')
    await write({ pictures: [id] })
    const again = { ...plain, productId: 'vase', pictures: [id] }
    expect((await shopper.post<Problem>(`/v1/orders/${other.id}/reviews`, again)).body).toMatchObject({
      code: 'validation_failed',
    })
  })
})

test('a tag that nobody offers is refused', async () => {
  for (const tags of [['<script>'], Array(7).fill('looks_good')])
    expect(await write({ tags })).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
})

describe('a follow-up', () => {
  test('is added once, looked at on its own, and shown with the days between', async () => {
    await write()
    await publishAll()
    expect(await own()).toMatchObject({ extras: true, reviews: [{ status: 'published', followUpOpen: true }] })
    expect((await shopper.seen(order)).actions).toContain('follow_up')
    stand.clock.pass(30 * DAY)
    shopper = await stand.shopper()
    const { id, picture } = await sent()
    expect(await add({ pictures: [id] })).toMatchObject({ status: 201, body: { status: 'pending' } })
    expect((await reviewsOf()).items).toMatchObject([{ followUp: null }])
    expect((await shopper.seen(order)).actions).not.toContain('follow_up')
    await publishAll()
    expect((await reviewsOf('?only=follow_up')).items).toMatchObject([
      { followUp: { text: '还亮着', days: 30, pictures: [picture], reply: null } },
    ])
    expect(await add()).toMatchObject({ status: 409, body: { code: 'follow_up_closed' } })
    expect(await own()).toMatchObject({
      reviews: [{ followUpOpen: false, followUp: { days: 30, status: 'published' } }],
    })
  })

  test('of several at once is one', async () => {
    await write()
    const answers = await Promise.all(['一', '二', '三'].map((text) => add({ text })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await stand.count('gateway.review_follow_ups')).toBe(1)
  })

  test('is refused without a review, after 180 days, by somebody else, and with words that may not be shown', async () => {
    expect((await add()).body).toMatchObject({ code: 'follow_up_closed' })
    await write()
    expect((await add({}, await stand.shopper(CHEN))).body).toMatchObject({ code: 'not_found' })
    expect((await add({ text: RISKY })).body).toMatchObject({ code: 'text_refused' })
    expect((await add({ text: ' ' })).body).toMatchObject({ code: 'validation_failed' })
    stand.clock.pass(180 * DAY)
    shopper = await stand.shopper()
    expect((await add()).body).toMatchObject({ code: 'follow_up_closed' })
    expect(await stand.count('gateway.review_follow_ups')).toBe(0)
  })

  test('of somebody else’s order is nobody’s business', async () => {
    const stranger = await stand.shopper(CHEN)
    expect((await stranger.get(`/v1/orders/${order.id}/reviews`)).status).toBe(404)
  })
})

test('an order waits for its review until everything on it has one; paid and unpaid ones do not', async () => {
  const counts = async () => (await shopper.get<OrderCounts>('/v1/orders/counts')).body.review
  const waiting = async (query = '') => (await shopper.get<OrderPage>(`/v1/orders?status=review${query}`)).body
  await shopper.order('VASE')
  stand.clock.pass(MINUTE)
  const second = await stand.sent(shopper, 'LAMP')
  expect(await counts()).toBe(2)
  const first = await waiting('&limit=1')
  expect(first.items.map(({ id }) => id)).toEqual([second.id])
  expect((await waiting(`&limit=1&cursor=${first.nextCursor}`)).items.map(({ id }) => id)).toEqual([order.id])
  await write()
  expect([await counts(), (await waiting()).items.map(({ id }) => id)]).toEqual([1, [second.id]])
})
