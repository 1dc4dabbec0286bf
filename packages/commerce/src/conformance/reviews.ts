import type { ReviewRequest } from '../port/reviews'
import type { ShopperContext } from '../port/values'
import { type Bench, newShopper, shipped } from './shop'

const zh = { locale: 'zh-CN' } as const
const NOTHING_SAID = { count: 0, average: null }

export function describeReviews(bench: Bench): void {
  const { backend, shop } = bench
  const list = async (slug: string, query: { cursor?: string; limit: number } = { limit: 50 }) =>
    (await backend.reviews.list(zh, bench.product(slug), query))!
  const review = async (
    [slug, code]: [slug: string, code: string],
    said: Partial<ReviewRequest> = {},
    shopper: ShopperContext = newShopper(),
  ) => {
    const { id: orderId } = await shipped(bench, shopper, [{ skuId: bench.sku(code), quantity: 1 }])
    const productId = bench.product(slug)
    const plain = { orderId, productId, stars: 5, text: '好', nickname: null, tags: [], pictures: [] }
    return backend.reviews.write(shopper, { ...plain, ...said })
  }

  test('of an unknown product there are none, not an empty list', async () => {
    expect(await backend.reviews.list(zh, 'no-such-product', { limit: 10 })).toBeNull()
  })
  test('of a product nobody has reviewed there is nothing to sum up', async () => {
    expect(await list('wool-blanket')).toMatchObject({ items: [], nextCursor: null, summary: NOTHING_SAID })
    expect((await backend.catalog.product(zh, bench.product('wool-blanket')))!.reviews).toEqual(NOTHING_SAID)
  })
  test('a product nobody knows, or that is off sale, cannot be reviewed', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, [{ skuId: bench.sku('TENT'), quantity: 1 }])
    const request = {
      ...{ orderId: order.id, productId: bench.product('tent') },
      ...{ stars: 5, text: '好', nickname: null, tags: [], pictures: [] },
    }
    const refused = { ok: false, problem: 'unknown_product' }
    expect(await backend.reviews.write(shopper, { ...request, productId: 'no-such-product' })).toEqual(refused)
    await shop.putOffSale('TENT')
    expect(await backend.reviews.write(shopper, request)).toEqual(refused)
    expect(await backend.reviews.list(zh, bench.product('tent'), { limit: 10 })).toBeNull()
  })

  test('is not shown before somebody of the shop has let it through', async () => {
    const chair: [string, string] = ['arc-chair', 'CHAIR-OAK']
    const written = await review(chair, { stars: 4, text: '坐着舒服', nickname: '小张' })
    expect(written).toEqual({ ok: true, status: 'pending' })
    expect(await list('arc-chair')).toMatchObject({ items: [], summary: NOTHING_SAID })
    await shop.publishReviews()
    const { items, summary } = await list('arc-chair')
    expect(items).toMatchObject([
      { nickname: '小张', stars: 4, text: '坐着舒服', reply: null, tags: [], pictures: [], followUp: null },
    ])
    expect(items[0]!.createdAt).toBeInstanceOf(Date)
    // Where what was bought is kept, it is said in words.
    expect([[], ['原木']]).toContainEqual(items[0]!.options)
    expect(summary).toEqual({ count: 1, average: 4 })
    expect((await backend.catalog.product(zh, bench.product('arc-chair')))!.reviews).toEqual(summary)
  })
  test('an anonymous one names nobody', async () => {
    await review(['flask', 'FLASK'], { nickname: null })
    await shop.publishReviews()
    expect((await list('flask')).items.map(({ nickname }) => nickname)).toEqual([null])
  })
  test('the newest comes first, pages have no gaps, and the summary is over all of them', async () => {
    const stars = [5, 4, 4, 3, 5]
    for (const [index, given] of stars.entries()) {
      await review(['paper-lamp', 'LAMP'], { stars: given, text: `第 ${index + 1} 个` })
      await shop.advance(1_000)
    }
    await shop.publishReviews()
    const texts: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await list('paper-lamp', { limit: 2, cursor })
      expect(page.summary).toEqual({ count: 5, average: 4.2 })
      texts.push(...page.items.map(({ text }) => text))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(texts).toEqual(stars.map((_, index) => `第 ${index + 1} 个`).reverse())
    expect(await list('paper-lamp', { limit: 2, cursor: 'garbage' })).toEqual(await list('paper-lamp', { limit: 2 }))
  })
  test.each([
    ['a script', '<script>alert(1)</script> & <b>5 > 4</b>'],
    ['emoji', '太好了 👍🏽👨‍👩‍👧 🎉'],
    ['two directions', 'مرحبا «כן» 你好'],
    ['quotes', `"it's" \\ 'fine' %s {{x}}`],
    ['two lines', '第一行\n第二行'],
    ['a thousand characters', '好'.repeat(1_000)],
  ])('%s comes back as it was written', async (_, text) => {
    await review(['postcard', 'POSTCARD'], { text })
    await shop.publishReviews()
    await shop.advance(1_000)
    expect((await list('postcard', { limit: 1 })).items.map((one) => one.text)).toEqual([text])
  })
}
