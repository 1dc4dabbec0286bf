import { PREVIEW_TOKEN } from '@xiaopu/api-client/testing'
import type { Home } from '@xiaopu/contract'
import { shopWith, tap, waitFor } from './harness'

/** A page with a block of every type there is, which nobody has published yet. */
const PREVIEW = `/pages/home/index?preview=${PREVIEW_TOKEN}`
const HOME = '/pages/home/index'
const button = (name: string | RegExp) => ['button', { name }] as const
const preview = async () => {
  const visit = await shopWith()
  const page = await visit.openPage(PREVIEW)
  await page.findByText('晒茶的午后')
  return { ...visit, page }
}

test('a preview says that it is one, shows what will be, and leads back to what is', async () => {
  const { shop, page } = await preview()
  page.getByText('预览 · 顾客还看不到')
  expect(shop.requestsTo('getHome')).toEqual([])
  await tap(page.getByRole(...button('看现在的首页')))
  await page.findByText('本周上新')
  await waitFor(() => expect(page.queryByText('晒茶的午后')).toBeNull())
  expect(page.queryByText('预览 · 顾客还看不到')).toBeNull()
})

test('a preview whose day is over says so and leads on', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(`/pages/home/index?preview=${'x'.repeat(43)}`)
  await page.findByText('预览已结束：过了一天，或已经发布')
  await tap(page.getByRole(...button('看现在的首页')))
  await page.findByText('本周上新')
})

test.each([
  [
    'a great picture to what is found for its words',
    '晒茶的午后 茶具九折起',
    '/goods/list/index',
    { q: encodeURIComponent('茶') },
  ],
  [
    'the next one to a category’s goods',
    '书房焕新',
    '/goods/list/index',
    { category: 'living', title: encodeURIComponent('居家') },
  ],
  ['a place on a picture to a product', '图里的毛毯', '/goods/product/index', { id: 'blanket' }],
  ['another to the coupons', '去领券', '/account/coupons/index', {}],
  ['a store to the stores, that one first', /^门店 上海武康路店 /, '/stores/list/index', { id: 'shanghai-wukang' }],
  ['what time is left for to its category', '开窑特卖 结束前下单', '/pages/category/index', {}],
])('%s', async (_what, name, path, query) => {
  const { page, arriveAt } = await preview()
  await tap(page.getAllByRole(...button(name))[0] as Element)
  expect((await arriveAt(path)).query).toEqual(query)
})

test('words lead where they say, and the bold ones are bold', async () => {
  const { page, arriveAt } = await preview()
  page.getByText('关于我们的陶')
  page.getByText('手工拉坯')
  await tap(page.getByRole('link', { name: '看看马克杯' }))
  expect((await arriveAt('/goods/product/index')).query).toEqual({ id: 'mug' })
})

test('a coupon is taken where it stands; who has it is led to the wallet', async () => {
  const { shop, page, arriveAt } = await preview()
  page.getByText('先领券')
  await tap(page.getByRole(...button('领取 满 500 减 50 满减券')))
  await tap(await page.findByRole(...button('已领取 满 500 减 50 满减券')))
  await arriveAt('/account/wallet/index')
  expect(shop.requestsTo('takeCoupon')).toHaveLength(1)
})

test('a coupon that was gone a moment earlier is offered no more, in words', async () => {
  const { shop, phone, page } = await preview()
  shop.fail('takeCoupon', { code: 'coupon_gone' })
  await tap(page.getByRole(...button('领取 满 500 减 50 满减券')))
  await waitFor(() => expect(phone.toasts).toEqual(['来晚了，这张券已经领完或不在领取时间']))
})

describe('a countdown', () => {
  const ending = (inMs: number): Home => {
    const serverTime = '2020-01-01T00:00:00.000Z'
    return {
      blocks: [
        {
          type: 'countdown',
          title: '开窑特卖',
          text: '',
          until: new Date(Date.parse(serverTime) + inMs).toISOString(),
          serverTime,
          target: { kind: 'category', categoryId: 'kitchen' },
          products: [],
        },
        { type: 'rich_text', nodes: [{ kind: 'heading', text: '其他' }] },
      ],
    }
  }

  test('runs on the time of the server, whatever the phone thinks what year it is', async () => {
    const { instead, openPage } = await shopWith()
    instead('getHome', ending(2 * 86_400_000 + 3_600_000))
    const page = await openPage(HOME)
    await page.findByText('2 天')
    await page.findByText(/^0[01]:\d\d:\d\d$/)
  })

  test('that ends while somebody looks goes by itself, and the rest stays', async () => {
    const { instead, openPage } = await shopWith()
    instead('getHome', ending(1_500))
    const page = await openPage(HOME)
    await page.findByText('开窑特卖')
    await waitFor(() => expect(page.queryByText('开窑特卖')).toBeNull(), { timeout: 10_000 })
    page.getByText('其他')
  })
})

test('blocks and targets of a later version are skipped, and break nothing', async () => {
  const { instead, openPage, current } = await shopWith()
  const later = { type: 'live_stream', room: 7 }
  const shortcuts = {
    type: 'shortcuts',
    items: [{ label: '直播间', picture: null, target: { kind: 'live', room: 7 } }],
  }
  instead('getHome', { blocks: [later, shortcuts] } as never)
  const page = await openPage(HOME)
  await tap(await page.findByRole(...button('直播间')))
  expect(current()).toBe(page)
})

test('on an English phone all of it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage(PREVIEW)
  await page.findByText('An afternoon of drying tea')
  page.getByText('2 days')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
