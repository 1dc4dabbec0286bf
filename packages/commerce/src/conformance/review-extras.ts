import type { ReviewNarrowing, ReviewRequest } from '../port/reviews'
import type { Picture } from '../port/values'
import { type Bench, newShopper, shipped, testIf } from './shop'

const zh = { locale: 'zh-CN' } as const
const PICTURE: Picture = { source: 'a'.repeat(32), width: 800, height: 600, tone: '#aabbcc', alt: '' }
const OTHER: Picture = { ...PICTURE, source: 'b'.repeat(32) }
const PLAIN = { stars: 5, text: '好', nickname: null, tags: [], pictures: [] }

export function describeReviewExtras(bench: Bench): void {
  const { backend, shop } = bench
  const kept = bench.conformance.capabilities.reviewExtras
  const when = testIf(kept)
  const extras = () => backend.reviewExtras!
  const list = async (slug: string, narrowing: ReviewNarrowing = {}) =>
    (await backend.reviews.list(zh, bench.product(slug), { limit: 50, ...narrowing }))!
  const texts = async (slug: string, narrowing: ReviewNarrowing) =>
    (await list(slug, narrowing)).items.map(({ text }) => text)

  /** Somebody who has reviewed what they bought. */
  async function reviewer([slug, code]: [slug: string, code: string], said: Partial<ReviewRequest> = {}) {
    const shopper = newShopper()
    const { id: orderId } = await shipped(bench, shopper, [{ skuId: bench.sku(code), quantity: 1 }])
    const place = { orderId, productId: bench.product(slug) }
    await backend.reviews.write(shopper, { ...place, ...PLAIN, ...said })
    const add = (text: string, pictures: Picture[] = []) => extras().followUp(shopper, { ...place, text, pictures })
    return { shopper, ...place, add }
  }

  test('are there exactly where the back end says so', () => {
    expect(backend.reviewExtras !== null).toBe(kept)
  })

  when('come back as they were sent, once the shop has let the review through', async () => {
    const { shopper, orderId, productId } = await reviewer(['arc-chair', 'CHAIR-OAK'], {
      text: '有图',
      tags: ['looks_good', 'as_described'],
      pictures: [PICTURE, OTHER],
    })
    const mine = { productId, tags: ['looks_good', 'as_described'], pictures: [PICTURE, OTHER], status: 'pending' }
    expect(await extras().ofOrder(shopper, orderId)).toMatchObject([{ ...mine, followUp: null }])
    expect(await extras().ofOrder(newShopper(), orderId)).toEqual([])
    expect(await texts('arc-chair', { only: 'pictures' })).not.toContain('有图')
    await shop.publishReviews()
    expect((await list('arc-chair', { only: 'pictures' })).items).toMatchObject([
      { text: '有图', tags: ['looks_good', 'as_described'], pictures: [PICTURE, OTHER] },
    ])
    expect(await extras().ofOrder(shopper, orderId)).toMatchObject([{ status: 'published' }])
  })

  when('narrow the list, and are counted over what is shown', async () => {
    const flask: [string, string] = ['flask', 'FLASK']
    const before = (await extras().figures(bench.product('flask')))!
    await reviewer(flask, { stars: 5, text: '五', tags: ['looks_good', 'good_value'] })
    await reviewer(flask, { stars: 4, text: '四', tags: ['looks_good'], pictures: [PICTURE] })
    await reviewer(flask, { stars: 3, text: '三' })
    await reviewer(flask, { stars: 1, text: '一', tags: ['slow_delivery'] })
    expect(await extras().figures(bench.product('flask'))).toEqual(before)
    await shop.publishReviews()
    expect(await extras().figures(bench.product('flask'))).toEqual({
      ...{ good: before.good + 2, fair: before.fair + 1, poor: before.poor + 1 },
      ...{ pictures: before.pictures + 1, followUps: before.followUps },
      tags: [
        { tag: 'looks_good', count: 2 },
        { tag: 'good_value', count: 1 },
        { tag: 'slow_delivery', count: 1 },
      ],
    })
    expect((await texts('flask', { stars: 'good', tag: 'looks_good' })).sort()).toEqual(['五', '四'])
    expect(await texts('flask', { stars: 'fair' })).toEqual(['三'])
    expect(await texts('flask', { stars: 'poor' })).toEqual(['一'])
    expect(await texts('flask', { tag: 'looks_good', only: 'pictures' })).toEqual(['四'])
    expect(await texts('flask', { tag: `'; drop` })).toEqual([])
    // The sum stays over all of them, and the total is of what was asked for.
    const narrowed = await list('flask', { stars: 'fair' })
    expect([narrowed.total, narrowed.summary]).toEqual([1, (await list('flask')).summary])
    expect(await extras().figures('no-such-product')).toBeNull()
  })

  when('a follow-up is shown under its review, once both were let through', async () => {
    const { add, shopper, orderId } = await reviewer(['wool-blanket', 'BLANKET'], { text: '刚收到' })
    await shop.advance(1_000)
    expect(await add('一个月后还是很软', [OTHER])).toEqual({ ok: true })
    expect(await extras().ofOrder(shopper, orderId)).toMatchObject([
      { followUp: { text: '一个月后还是很软', pictures: [OTHER], status: 'pending' } },
    ])
    await shop.publishReviews()
    expect((await list('wool-blanket')).items).toMatchObject([
      { text: '刚收到', followUp: { text: '一个月后还是很软', pictures: [OTHER], reply: null } },
    ])
    for (const only of ['follow_up', 'pictures'] as const)
      expect(await texts('wool-blanket', { only })).toEqual(['刚收到'])
    expect(await extras().figures(bench.product('wool-blanket'))).toMatchObject({ followUps: 1, pictures: 1 })
  })

  when('a follow-up is written once, however many ask at once, and only to a review of one’s own', async () => {
    const { add, orderId, productId } = await reviewer(['postcard', 'POSTCARD'])
    const answers = await Promise.all(['一', '二', '三'].map((text) => add(text)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await add('四')).toEqual({ ok: false, problem: 'followed_up' })
    const request = { orderId, productId, text: '五', pictures: [] }
    expect(await extras().followUp(newShopper(), request)).toEqual({ ok: false, problem: 'no_review' })
    expect(await extras().followUp(newShopper(), { ...request, orderId: 'nothing' })).toEqual({
      ok: false,
      problem: 'no_review',
    })
  })
}
