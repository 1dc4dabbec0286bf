import { shopWith, tap, waitFor } from './harness'

test("a product's page quotes two buyers, and 查看全部 leads to all of them", async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith()
  const product = await openPage('/goods/product/index?id=mug')
  await product.findByText('釉色比照片温润，握着刚好一掌。')
  expect(product.queryByText('好看，容量小了点。')).toBeNull()
  await tap(product.getByRole('button', { name: '查看全部 3 条评价' }))
  const reviews = await arriveAt('/goods/reviews/index')
  await reviews.findByText('好看，容量小了点。')
  reviews.getByText('匿名用户')
  reviews.getByText('抱歉，这只没检查到位，已给您补发一只新的。')
  await waitFor(() => expect(phone.title).toBe('评价'))
  expect(shop.requestsTo('signIn')).toEqual([])
})

test('reviews that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('listReviews', { code: 'internal' })
  const page = await openPage('/goods/reviews/index?id=mug')
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole('button', { name: '重试' }))
  await page.findByText('阿禾')
})

test('on an English phone all but the buyers’ own words is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage('/goods/reviews/index?id=kettle')
  await page.findByText('1 review')
  page.getByText('That is everything')
})
