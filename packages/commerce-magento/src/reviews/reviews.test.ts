import { newShopper } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'
import { summaryOfReviews } from './summary'
import { fromMagento, toMagento } from './words'

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

test.each([
  [0, 0, null],
  [3, 0, null],
  [1, 20, 1],
  [5, 84, 4.2],
  [3, 87, 4.4],
  [9, 100, 5],
])('%p reviews of %p percent are %p stars', (review_count, rating_summary, average) => {
  expect(summaryOfReviews({ review_count, rating_summary })).toEqual({ count: review_count, average })
})

describe('at Magento', () => {
  let stand: Stand
  beforeAll(async () => {
    stand = await openStand()
  })
  afterAll(async () => {
    expect(stand.control.bugs).toEqual([])
    await stand.close()
  })
  afterEach(() => stand.control.disarm())
  const said = { orderId: 'o', productId: 'paper-lamp', stars: 4, text: '暖', nickname: '小张', tags: [], pictures: [] }

  test('down: the shopper is told so, and nothing is written', async () => {
    stand.control.arm({ kind: 'down' }, 'always')
    await expect(stand.backend.reviews.write(newShopper(), said)).rejects.toThrow()
    expect(stand.control.reviews()).toEqual([])
    // So long it is not asked again.
    await stand.advance(10_000)
  })
  test('the shopper’s token has run out: the review is written once, with a new one', async () => {
    const shopper = newShopper()
    await stand.backend.reviews.write(shopper, said)
    stand.control.advance(2 * 60 * 60_000)
    expect(await stand.backend.reviews.write(shopper, { ...said, text: '第二个' })).toEqual({
      ok: true,
      status: 'pending',
    })
    expect(stand.control.reviews().map(({ text, stars }) => [text, stars])).toEqual([
      ['暖', 4],
      ['第二个', 4],
    ])
  })
  test('a page past the last is empty, though Magento would give the last one again', async () => {
    stand.control.approveReviews()
    const list = (cursor?: string) => stand.backend.reviews.list({ locale: 'en' }, 'paper-lamp', { cursor, limit: 1 })
    const first = (await list())!
    const second = (await list(first.nextCursor!))!
    expect([first, second].map(({ items }) => items.map(({ text }) => text))).toEqual([['第二个'], ['暖']])
    expect(second.nextCursor).toBeNull()
    const beyond = Buffer.from('[7]').toString('base64url')
    expect(await list(beyond)).toMatchObject({ items: [], nextCursor: null, summary: { count: 2, average: 4 } })
  })
})
