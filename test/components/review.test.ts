import type { ApiClient } from '@xiaopu/api-client'
import { cancelled, orderOf, type ShopOverrides, shopWith, tap, type, waitFor, within } from './harness'

const REVIEW = '/trade/review/index?order=order-1'
const button = (name: string | RegExp) => ['button', { name }] as const

/** The order before this test, sent by the shop. */
async function withSent(skuId = 'mug-sand', overrides: ShopOverrides = {}) {
  const visit = await shopWith(overrides)
  await visit.before(orderOf(skuId))
  visit.shop.pay('order-1')
  visit.shop.ship('order-1')
  return visit
}
const mugOf = (shopper: ApiClient) => shopper.orders.get('order-1')

test('from the order to a review that waits for the shop', async () => {
  const { shop, before, openPage, arriveAt } = await withSent()
  const order = await openPage('/trade/order/index?id=order-1')
  await tap(await order.findByRole(...button(/^评价/)))
  const page = await arriveAt('/trade/review/index')
  await tap(await page.findByRole('radio', { name: '4 星' }))
  await page.findByText('满意')
  await type(page.getByLabelText('对“手工粗陶马克杯”的评价'), '釉色比照片温润')
  await page.findByText('7/1000')
  await tap(page.getByRole(...button('提交评价')))
  await page.findByText('谢谢你的评价')
  page.getByText('店家看过后就会展示在商品页')
  expect(shop.requestsTo('writeReview').map(({ body }) => body)).toEqual([
    { productId: 'mug', stars: 4, text: '釉色比照片温润', nickname: null, tags: [], pictures: [] },
  ])
  expect((await before(mugOf)).lines).toMatchObject([{ reviewed: true }])
})

test('stars without words go nowhere, and it says what is missing', async () => {
  const { shop, openPage } = await withSent()
  const page = await openPage(REVIEW)
  await tap(await page.findByRole('radio', { name: '1 星' }))
  await tap(page.getByRole(...button('提交评价')))
  await page.findByText('请写几个字')
  expect(shop.requestsTo('writeReview')).toEqual([])
})

test('a name is only sent where one wants it', async () => {
  const { shop, openPage } = await withSent()
  const page = await openPage(REVIEW)
  await tap(await page.findByRole('switch', { name: '匿名评价' }))
  await type(await page.findByLabelText('昵称'), '阿禾')
  await tap(page.getByRole('radio', { name: '5 星' }))
  await type(page.getByLabelText('对“手工粗陶马克杯”的评价'), '好')
  await tap(page.getByRole(...button('提交评价')))
  await page.findByText('谢谢你的评价')
  expect(shop.requestsTo('writeReview')[0]?.body).toMatchObject({ nickname: '阿禾' })
})

test('a shop that does not answer leaves every word, and the next tap sends it', async () => {
  const { shop, phone, openPage } = await withSent()
  shop.fail('writeReview', { code: 'commerce_unavailable', times: 9 })
  const page = await openPage(REVIEW)
  await tap(await page.findByRole('radio', { name: '4 星' }))
  const field = page.getByLabelText('对“手工粗陶马克杯”的评价')
  await type(field, '釉色温润')
  await tap(page.getByRole(...button('提交评价')))
  await waitFor(() => expect(phone.toasts).toEqual(['店铺暂时没有响应，请稍后重试']))
  expect(field.getAttribute('value')).toBe('釉色温润')
  shop.mend()
  await waitFor(() => expect(page.getByRole(...button('提交评价')).getAttribute('aria-disabled')).toBeNull())
  await tap(page.getByRole(...button('提交评价')))
  await page.findByText('谢谢你的评价')
})

test('left by mistake, it is there when one comes back', async () => {
  const { openPage, arriveAt } = await withSent()
  const order = await openPage('/trade/order/index?id=order-1')
  await tap(await order.findByRole(...button(/^评价/)))
  const page = await arriveAt('/trade/review/index')
  await tap(await page.findByRole('radio', { name: '2 星' }))
  await type(page.getByLabelText('对“手工粗陶马克杯”的评价'), '杯底有一处没上釉')
  await page.findByText('8/1000')
  const again = await openPage(REVIEW)
  await again.findByText('8/1000')
  expect(again.getByRole('radio', { name: '2 星' }).getAttribute('aria-checked')).toBe('true')
})

test('what has its review already says so, with a way on', async () => {
  const { before, openPage, arriveAt } = await withSent('mug-sand', { reviewExtras: false })
  await before((shopper) =>
    shopper.reviews.write('order-1', { productId: 'mug', stars: 5, text: '好', nickname: null }),
  )
  const page = await openPage(REVIEW)
  await page.findByText('这笔订单都评价过了')
  await tap(page.getByRole(...button('查看订单')))
  await (await arriveAt('/trade/order/index')).findByText('待收货')
})

test('an order that was not sent cannot be reviewed yet', async () => {
  const { before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(REVIEW)
  await page.findByText('现在还不能评价')
})

test('somebody else’s order is not found', async () => {
  const { openPage } = await shopWith()
  await (await openPage(REVIEW)).findByText('没有找到这笔订单')
})

test('a page that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await withSent()
  shop.fail('getOrder', { code: 'internal', times: 2 })
  const page = await openPage(REVIEW)
  await page.findByText('服务出了点问题，请稍后重试')
  shop.mend()
  await tap(page.getByRole(...button('重试')))
  await page.findByRole('radio', { name: '5 星' })
})

test('on an English phone it is in English', async () => {
  const { openPage } = await withSent('kettle-black', { language: 'en' })
  const page = await openPage(REVIEW)
  await page.findByRole('radio', { name: '5 stars' })
  page.getByRole(...button('Send'))
  within(page.host).getByText('Stay anonymous')
})

test('words are ticked, a photograph is sent, and the product shows both once the shop has let them through', async () => {
  const { shop, phone, openPage } = await withSent()
  const page = await openPage(REVIEW)
  await tap(await page.findByRole('radio', { name: '5 星' }))
  await tap(await page.findByRole(...button('好看')))
  await type(page.getByLabelText('对“手工粗陶马克杯”的评价'), '釉色温润')
  const add = /“手工粗陶马克杯”的图片 添加图片/
  phone.chooseMedia = cancelled()
  await tap(page.getByRole(...button(add)))
  phone.chooseMedia = () => ({
    result: { tempFiles: [{ tempFilePath: 'http://tmp/photograph-1.jpg', size: 320_000 }] },
  })
  await tap(page.getByRole(...button(add)))
  await page.findByRole(...button('第 1 张图片，点按放大'))
  await tap(page.getByRole(...button('提交评价')))
  await page.findByText('谢谢你的评价')
  expect(shop.requestsTo('writeReview').map(({ body }) => body)).toMatchObject([
    { tags: ['looks_good'], pictures: ['upload-1'] },
  ])
  shop.publishReviews()
  const reviews = await openPage('/goods/reviews/index?id=mug')
  await tap(await reviews.findByRole(...button('有图 1')))
  await reviews.findByText('釉色温润')
  await waitFor(() => expect(reviews.queryByText('好看，容量小了点。')).toBeNull())
  await reviews.findByRole(...button('评价图片第 1 张，共 1 张，点按放大'))
})

test('something is added to a review later', async () => {
  const { shop, before, openPage } = await withSent()
  const said = { productId: 'mug', stars: 5, text: '好', nickname: null }
  await before((shopper) => shopper.reviews.write('order-1', said))
  const page = await openPage(REVIEW)
  await type(await page.findByLabelText('对“手工粗陶马克杯”的追评'), '用了一个月，没有茶渍')
  await tap(page.getByRole(...button('提交追评')))
  await page.findByText('已提交，店家看过后展示')
  expect(shop.requestsTo('writeFollowUp').map(({ body }) => body)).toEqual([
    { productId: 'mug', text: '用了一个月，没有茶渍', pictures: [] },
  ])
})

test('where the shop keeps stars and words only, nothing else is asked for', async () => {
  const { openPage } = await withSent('mug-sand', { reviewExtras: false })
  const page = await openPage(REVIEW)
  await tap(await page.findByRole('radio', { name: '5 星' }))
  await page.findByText('很满意')
  expect(page.queryByRole(...button(/添加图片|好看/))).toBeNull()
})
