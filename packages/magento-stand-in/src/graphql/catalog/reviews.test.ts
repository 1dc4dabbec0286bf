import type { MagentoStandIn } from '../../stand-in'
import { graphql } from '../../testing/client'
import { openShop } from '../../testing/open-shop'

describe('reviews and what goes with a product', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const WRITE =
    'mutation Write($input: CreateProductReviewInput!) { createProductReview(input: $input) { review { text } } }'
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const said = {
    sku: 'CHAIR',
    nickname: '小红',
    summary: '稳',
    text: '很稳',
    ratings: [{ id: base64('1'), value_id: base64('5') }],
  }
  const write = (changes: Partial<typeof said> = {}) => graphql(magento.url, WRITE, { input: { ...said, ...changes } })
  const read = async (size = 20, page = 1) =>
    (
      await graphql(
        magento.url,
        `query Read($size: Int!, $page: Int!) { products(filter: { sku: { eq: "CHAIR" } }) { items { review_count rating_summary
          reviews(pageSize: $size, currentPage: $page) { items { text average_rating } page_info { total_pages } } } } }`,
        { size, page },
      )
    ).data.products.items[0]

  test.each([
    ['of nothing that is sold', { sku: 'NONE' }, 'graphql-no-such-entity'],
    ['without a title', { summary: ' ' }, 'graphql-input'],
    ['with a rating nobody has made', { ratings: [{ id: base64('9'), value_id: base64('5') }] }, 'graphql-input'],
    ['of six stars', { ratings: [{ id: base64('1'), value_id: base64('6') }] }, 'graphql-input'],
  ])('one %s is refused', async (_, changes, category) => {
    expect((await write(changes)).errors[0]!.extensions!.category).toBe(category)
    magento.control.approveReviews()
    expect((await read()).review_count).toBe(1)
  })
  test('one waits until the merchant has approved it', async () => {
    await write()
    expect(await read()).toMatchObject({ review_count: 1, rating_summary: 80 })
    magento.control.approveReviews()
    const { reviews, ...figures } = await read()
    expect(figures).toEqual({ review_count: 2, rating_summary: 90 })
    expect(reviews.items[0]).toEqual({ text: '很稳', average_rating: 100 })
  })
  test('a text is cut at an emoji, as the database cuts it', async () => {
    expect((await write({ text: '很稳👍，推荐' })).data.createProductReview.review.text).toBe('很稳')
  })
  test('past the last page is the last one again', async () => {
    expect((await read(1, 7)).reviews.items).toEqual((await read(1, 1)).reviews.items)
  })

  test('the merchant changes what is related; what is disabled is not shown', async () => {
    const related = async () => {
      const { data } = await graphql(
        magento.url,
        '{ products(filter: { sku: { eq: "CHAIR" } }) { items { related_products { sku } upsell_products { sku } } } }',
      )
      return data.products.items[0]
    }
    expect(await related()).toEqual({ related_products: [{ sku: 'STOOL' }], upsell_products: [] })
    magento.control.relate('CHAIR', ['LAMP', 'STOOL'])
    magento.control.putOffSale('STOOL')
    expect((await related()).related_products).toEqual([{ sku: 'LAMP' }])
  })
})
