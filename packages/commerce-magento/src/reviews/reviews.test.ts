import { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'
import { conformanceFixture } from '../testing/conformance-fixture'
import { newShopper } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'
import { fromMagento, toMagento } from './words'

const zh = { locale: 'zh-CN' } as const

describe('words', () => {
  test.each([
    ['小张', '好'],
    [null, '好'],
    ['👩‍🍳', '👍🏽 太好了 𠮷野家\n第二行'],
    ['A & B', '&amp; &#39; <b> "\'&#x41;'],
    ['x', '好'.repeat(1_000)],
    ['x', '  \n \n 隔行'],
  ])('of %p come back as they were written', (nickname, text) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sent = toMagento({ nickname, text }, locale)
      expect(JSON.stringify(sent)).not.toMatch(/[\u{10000}-\u{10ffff}]/u)
      for (const part of Object.values(sent)) expect(part.trim()).not.toBe('')
      expect(fromMagento(sent)).toEqual({ nickname, text })
    }
  })
  test('a title of its own, as the website asks for one, is not lost', () => {
    expect(fromMagento({ nickname: 'Ada', summary: '很好', text: '坐着舒服' }).text).toBe('很好\n坐着舒服')
  })
})

describe('at Magento', () => {
  const said = { productId: 'paper-lamp', stars: 4, text: '暖', nickname: '小张' }
  let stand: Stand
  beforeAll(async () => {
    const catalogue = conformanceFixture(CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, new Date())
    const flask = catalogue.products.find(({ urlKey }) => urlKey === 'flask')!
    // 210 of them: three pages, of which the last is not full; and one whose writer ticked no stars.
    flask.reviews = Array.from({ length: 210 }, (_, index) => ({
      ...{ nickname: 'Ada', summary: '好', text: '好', stars: index === 5 ? 0 : 5 },
      createdAt: `2026-01-01 10:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
    }))
    stand = await openStand({ catalogue })
  })
  afterAll(async () => {
    expect(stand.control.bugs).toEqual([])
    await stand.close()
  })
  afterEach(() => stand.control.disarm())

  test('down: it is said so, and nothing is written', async () => {
    const before = stand.control.reviews().length
    stand.control.arm({ kind: 'down' }, 'always')
    await expect(stand.backend.reviews.tell(newShopper(), said)).rejects.toThrow()
    expect(stand.control.reviews()).toHaveLength(before)
    // So long it is not asked again.
    await stand.advance(10_000)
  })
  test('the shopper’s token has run out: the review is written once, with a new one', async () => {
    const shopper = newShopper()
    await stand.backend.reviews.tell(shopper, said)
    stand.control.advance(2 * 60 * 60_000)
    expect(await stand.backend.reviews.tell(shopper, { ...said, text: '第二个' })).toMatchObject({ ok: true })
    const written = stand.control.reviews().filter(({ text }) => ['暖', '第二个'].includes(text))
    expect(written.map(({ text, stars }) => [text, stars])).toEqual([
      ['暖', 4],
      ['第二个', 4],
    ])
  })
  test('words changed by the merchant do not hide whose it is', async () => {
    const told = await stand.backend.reviews.tell(newShopper(), { ...said, productId: 'tent', text: '漏水了!!' })
    stand.control.editReview(stand.control.reviews().length - 1, { text: '漏水了' })
    stand.control.approveReviews()
    const [kept] = (await stand.backend.reviews.list(zh, 'tent'))!
    expect(kept!.text).toContain('漏水了')
    expect(told.ok && kept!.marks.some((mark) => told.marks.includes(mark))).toBe(true)
  })
  test('a shop whose reviews are switched off has none, and its goods are there', async () => {
    stand.control.arm({ kind: 'http200WithErrors', operation: 'products', category: 'graphql-input' })
    expect(await stand.backend.reviews.list(zh, 'paper-lamp')).toEqual([])
  })
  test('all pages are read, once each; what has no stars is left out; equal words are two reviews', async () => {
    const reviews = (await stand.backend.reviews.list(zh, 'flask'))!
    expect(reviews).toHaveLength(209)
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(209)
    expect(reviews.map(({ createdAt }) => createdAt.getTime())).toEqual(
      reviews.map(({ createdAt }) => createdAt.getTime()).toSorted((one, other) => other - one),
    )
  })
})
