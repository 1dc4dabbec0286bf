import type { ToldReview } from '../port/reviews'
import { type Bench, newShopper, testIf } from './shop'

const zh = { locale: 'zh-CN' } as const

export function describeReviews(bench: Bench): void {
  const { backend, shop } = bench
  const kept = bench.conformance.capabilities.keepsReviews
  const when = testIf(kept)
  const port = () => backend.reviews!
  const list = async (slug: string) => (await port().list(zh, bench.product(slug)))!
  const said = (slug: string, changes: Partial<ToldReview> = {}): ToldReview => ({
    ...{ productId: bench.product(slug), stars: 5, text: '好', nickname: null },
    ...changes,
  })
  const tell = async (slug: string, changes: Partial<ToldReview> = {}) => {
    const told = await port().tell(newShopper(), said(slug, changes))
    if (!told.ok) throw new Error(told.problem)
    return told.marks
  }

  test('are there exactly where the back end says so', () => {
    expect(backend.reviews !== null).toBe(kept)
  })

  when(
    'of an unknown product there are none, not an empty list; of one that nobody has reviewed there is an empty one',
    async () => {
      expect(await port().list(zh, 'no-such-product')).toBeNull()
      expect(await list('wool-blanket')).toEqual([])
    },
  )
  when('a product nobody knows, or that is off sale, is not reviewed', async () => {
    const review = said('tent')
    const refused = { ok: false, problem: 'unknown_product' }
    expect(await port().tell(newShopper(), { ...review, productId: 'no-such-product' })).toEqual(refused)
    await shop.putOffSale('TENT')
    expect(await port().tell(newShopper(), review)).toEqual(refused)
    expect(await port().list(zh, bench.product('tent'))).toBeNull()
  })
  when('what it was told waits for the merchant there, and is known again by its marks', async () => {
    const told = { stars: 4, text: '坐着舒服', nickname: '小张' }
    const marks = await tell('arc-chair', told)
    expect(marks).toEqual(expect.arrayContaining(await port().marksOf(zh, said('arc-chair', told))))
    expect(await list('arc-chair')).toEqual([])
    await shop.publishReviews!()
    const [one, ...others] = await list('arc-chair')
    expect(others).toEqual([])
    expect(one).toMatchObject({ nickname: '小张', stars: 4, text: '坐着舒服', createdAt: expect.any(Date) })
    expect(one!.marks.some((mark) => marks.includes(mark))).toBe(true)
  })
  when('an anonymous one names nobody', async () => {
    await tell('flask', { nickname: null })
    await shop.publishReviews!()
    expect((await list('flask')).map(({ nickname }) => nickname)).toEqual([null])
  })
  when('the newest comes first, each with an id that stays', async () => {
    for (const text of ['第一个', '第二个', '第三个']) {
      await tell('paper-lamp', { text })
      await shop.advance(1_000)
    }
    await shop.publishReviews!()
    const reviews = await list('paper-lamp')
    expect(reviews.map(({ text }) => text)).toEqual(['第三个', '第二个', '第一个'])
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(3)
    expect(await list('paper-lamp')).toEqual(reviews)
  })
  describe('words', () => {
    const strange: [string, string][] = [
      ['a script', '<script>alert(1)</script> & <b>5 > 4</b>'],
      ['emoji', '太好了 👍🏽👨‍👩‍👧 🎉'],
      ['two directions', 'مرحبا «כן» 你好'],
      ['quotes', `"it's" \\ 'fine' %s {{x}}`],
      ['two lines', '第一行\n第二行'],
      ['a thousand characters', '好'.repeat(1_000)],
    ]
    for (const [what, text] of strange) {
      when(`with ${what} come back as they were written`, async () => {
        await shop.advance(1_000)
        await tell('postcard', { text })
        await shop.publishReviews!()
        await shop.advance(1_000)
        expect((await list('postcard'))[0]!.text).toBe(text)
      })
    }
  })
}
