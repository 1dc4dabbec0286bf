import type { Order, OrderCounts, OrderReviews, Problem, Product, ReviewPage, Upload } from '@xiaopu/contract'
import sharp from 'sharp'
import { DAY, MINUTE } from '../../testing/clock'
import { form } from '../../testing/form'
import { type MagentoStand, type MagentoVersion, openMagentoStand } from '../../testing/magento-stand'
import { OWNER_TOKEN } from '../../testing/opened-shop'
import { CHEN, LIN } from '../../testing/stand'
import { Visitor } from '../../testing/visitor'

const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

describe.each<MagentoVersion>(['2.4.7', '2.4.9'])('reviews of a shop on Magento %s', (version) => {
  let opened: MagentoStand
  let shopper: Visitor
  let owner: Visitor
  beforeAll(async () => {
    opened = await openMagentoStand({}, undefined, { ownerToken: OWNER_TOKEN }, version)
    owner = new Visitor(() => opened.shop.gateway.app)
    owner.token = OWNER_TOKEN
    shopper = await opened.shop.shopper()
  })
  afterAll(async () => {
    expect(opened.magento.control.bugs).toEqual([])
    await opened.close()
  })
  afterEach(() => opened.magento.control.disarm())
  /** Bad luck is the same whatever the version: it is walked through once. */
  const once = version === '2.4.9' ? test : () => {}

  async function sent(who = shopper, person = LIN): Promise<Order> {
    const { shop, magento } = opened
    const order = await who.order('LAMP')
    await shop.payOnPhone((await who.startPayment(order)).body.params, person)
    await shop.gateway.runJobsOnce()
    magento.control.shipOrder(order.number, [{ carrierCode: 'custom', title: '顺丰速运', number: 'SF1' }])
    await shop.gateway.runJobsOnce()
    return order
  }
  const write = ({ id, lines }: Order, changes: object = {}, who = shopper) =>
    who.post<Problem>(`/v1/orders/${id}/reviews`, {
      ...{ productId: lines[0]!.productId, stars: 5, text: '光很柔', nickname: null },
      ...changes,
    })
  const add = ({ id, lines }: Order, changes: object = {}) =>
    shopper.post<Problem>(`/v1/orders/${id}/follow-ups`, { productId: lines[0]!.productId, text: '还亮着', ...changes })
  const read = async (query = '') =>
    (await opened.shop.visitor().get<ReviewPage>(`/v1/products/lamp/reviews${query}`)).body
  const summaryOnPage = async () => (await opened.shop.visitor().get<Product>('/v1/products/lamp')).body.reviews
  const texts = async (query = '') => (await read(query)).items.map(({ text }) => text)
  const waiting = async () => (await owner.get<{ items: { id: string }[] }>('/v1/merchant/reviews')).body.items
  const decide = (id: string, decision: { publish: boolean; reply: string | null }) =>
    owner.call('PUT', `/v1/merchant/reviews/${id}`, decision)
  async function publish(reply: string | null = null): Promise<void> {
    for (const { id } of await waiting()) expect((await decide(id, { publish: true, reply })).status).toBe(204)
  }
  /** What was read of Magento has grown old. */
  const later = () => opened.shop.clock.pass(11 * MINUTE)
  const photograph = async () => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#446688' } })
      .jpeg()
      .toBuffer()
    const { payload, headers } = form([{ bytes }])
    return (await shopper.post<Upload>('/v1/uploads', payload, headers)).body
  }

  let order: Order
  test('those of the website are shown and counted, and can be narrowed by their stars', async () => {
    const page = await read()
    expect(page).toMatchObject({
      ...{ total: 2, summary: { count: 2, average: 4 } },
      items: [
        { nickname: null, stars: 3, text: '一般' },
        { nickname: '老顾客', stars: 5, text: '好' },
      ],
      figures: { goodRate: 50, good: 1, fair: 1, poor: 0, pictures: 0, followUps: 0, tags: [] },
    })
    expect(await summaryOnPage()).toEqual(page.summary)
    expect([await texts('?stars=good'), await texts('?stars=poor'), await texts('?only=pictures')]).toEqual([
      ['好'],
      [],
      [],
    ])
  })

  test('before it is sent nobody reviews, nor anybody but who bought', async () => {
    const unsent = await shopper.order('VASE')
    expect((await write(unsent)).body).toMatchObject({ code: 'order_not_reviewable' })
    order = await sent()
    const chen = await opened.shop.shopper(CHEN)
    expect(await write(order, {}, chen)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await write(order, { productId: unsent.lines[0]!.productId })).toMatchObject({ status: 404 })
    expect((await write(order, { text: RISKY })).body).toMatchObject({ code: 'text_refused' })
    expect(await opened.shop.count('gateway.reviews')).toBe(0)
  })

  test('one with tags and a picture is kept here, and shown to nobody before it was looked at', async () => {
    const { id, picture } = await photograph()
    const said = { stars: 4, nickname: '小满', tags: ['looks_good', 'well_made'], pictures: [id] }
    const answers = await Promise.all([write(order, said), write(order, said)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await shopper.get<OrderCounts>('/v1/orders/counts')).body.review).toBe(0)
    expect((await shopper.get<OrderReviews>(`/v1/orders/${order.id}/reviews`)).body).toMatchObject({
      extras: true,
      reviews: [{ status: 'pending', tags: said.tags, pictures: [picture], followUpOpen: true }],
    })
    later()
    expect(await texts()).toEqual(['一般', '好'])
    expect(await waiting()).toMatchObject([
      { text: '光很柔', productName: '纸灯', pictures: [picture], orderId: order.id },
    ])
    await publish('谢谢')
    expect(await read('?only=pictures&tag=well_made')).toMatchObject({
      total: 1,
      items: [{ nickname: '小满', stars: 4, tags: said.tags, pictures: [picture], reply: '谢谢' }],
      summary: { count: 3, average: 4 },
      figures: {
        ...{ goodRate: 67, good: 2, fair: 1, poor: 0, pictures: 1 },
        tags: [
          { tag: 'looks_good', count: 1 },
          { tag: 'well_made', count: 1 },
        ],
      },
    })
    expect(await summaryOnPage()).toEqual({ count: 3, average: 4 })
  })

  test('Magento hears its stars and words once it was let through, and nothing is counted twice', async () => {
    const { control } = opened.magento
    await opened.shop.gateway.runJobsOnce()
    await opened.shop.gateway.runJobsOnce()
    const place = control.reviews().length - 1
    expect(control.reviews().slice(2)).toMatchObject([
      { sku: 'LAMP', text: '光很柔', stars: 4, nickname: '小满', approved: false },
    ])
    const before = await read()
    control.editReview(place, { nickname: '小满满', summary: '柔', text: '光很柔，喜欢' })
    control.approveReviews()
    later()
    await read()
    expect(await read()).toEqual(before)
    expect(await texts()).toEqual(['光很柔', '一般', '好'])
  })

  test('what is added to it is shown once looked at, with the days between', async () => {
    expect((await shopper.seen(order)).actions).toContain('follow_up')
    opened.shop.clock.pass(30 * DAY)
    shopper = await opened.shop.shopper()
    expect((await add(order)).status).toBe(201)
    expect((await read('?only=follow_up')).items).toEqual([])
    expect(await waiting()).toMatchObject([{ text: '还亮着', followUpTo: { text: '光很柔' } }])
    await publish()
    expect((await read('?only=follow_up')).items).toMatchObject([
      { followUp: { text: '还亮着', days: 30, reply: null } },
    ])
    expect((await add(order)).body).toMatchObject({ code: 'follow_up_closed' })
  })

  test('pages go through both, the newest first, without gaps or doubles', async () => {
    await write(await sent(), { text: '后来的' })
    await publish()
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 9; pages++) {
      const page = await read(`?limit=1${cursor && `&cursor=${cursor}`}`)
      expect([page.total, page.summary.count]).toEqual([4, 4])
      seen.push(...page.items.map(({ text }) => text))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['后来的', '光很柔', '一般', '好'])
    expect(await texts('?cursor=garbage&limit=2')).toEqual(['后来的', '光很柔'])
  })

  once('one that is taken back is shown no more, nor is what Magento has of it', async () => {
    await opened.shop.gateway.runJobsOnce()
    opened.magento.control.approveReviews()
    const { rows } = await opened.shop.database.execute("select id from gateway.reviews where text = '后来的'")
    expect((await decide(rows[0].id, { publish: false, reply: null })).status).toBe(204)
    later()
    await read()
    expect(await texts()).toEqual(['光很柔', '一般', '好'])
    expect((await decide('nothing', { publish: true, reply: null })).body).toMatchObject({ code: 'not_found' })
  })

  once('while Magento is away they are looked at and read here; it hears of them when it is back', async () => {
    const another = await sent()
    await write(another, { text: '停机时' })
    const heard = () => opened.magento.control.reviews().filter(({ text }) => text === '停机时').length
    opened.magento.control.arm({ kind: 'down' }, 'always')
    later()
    expect((await write(another)).status).toBeLessThan(500)
    await publish()
    await opened.shop.gateway.runJobsOnce()
    expect(await texts('?limit=1')).toEqual(['停机时'])
    // So long that nothing of Magento is kept any more.
    opened.shop.clock.pass(2 * DAY)
    expect((await read()).items.map(({ text }) => text)).toEqual(['停机时', '光很柔'])
    expect(await opened.shop.visitor().get('/v1/products/vase/reviews')).toMatchObject({
      status: 503,
      body: { code: 'commerce_unavailable' },
    })
    expect(heard()).toBe(0)
    opened.magento.control.disarm()
    later()
    later()
    await opened.shop.gateway.runJobsOnce()
    expect(heard()).toBe(1)
  })

  once('an answer of Magento that got lost makes two there, and one here', async () => {
    shopper = await opened.shop.shopper()
    await write(await sent(), { text: '没有回音' })
    await publish()
    const { control } = opened.magento
    control.arm({ kind: 'dropAfter', operation: 'createProductReview' })
    await opened.shop.gateway.runJobsOnce()
    const places = () => control.reviews().flatMap(({ text }, place) => (text === '没有回音' ? [place] : []))
    expect(places()).toHaveLength(1)
    control.approveReview(places()[0]!)
    later()
    await read()
    expect((await texts()).filter((text) => text === '没有回音')).toHaveLength(1)
    later()
    await opened.shop.gateway.runJobsOnce()
    expect(places()).toHaveLength(2)
    await read()
    expect((await texts()).filter((text) => text === '没有回音')).toHaveLength(1)
  })

  once('with the account the name goes, the pictures, and what Magento has not heard yet', async () => {
    const chen = await opened.shop.shopper(CHEN)
    const theirs = await sent(chen, CHEN)
    await write(theirs, { nickname: '陈', text: '再见' }, chen)
    await publish()
    await chen.post(`/v1/orders/${theirs.id}/receipt`)
    expect((await chen.call('DELETE', '/v1/me?confirm=delete-my-account')).status).toBe(204)
    opened.shop.clock.pass(5 * MINUTE)
    await opened.shop.gateway.runJobsOnce()
    expect((await read('?limit=1')).items).toMatchObject([{ text: '再见', nickname: null }])
    expect(opened.magento.control.reviews().map(({ text }) => text)).not.toContain('再见')
  })
})
