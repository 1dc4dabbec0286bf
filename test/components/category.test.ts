import { type PageView, shopWith, tap, waitFor } from './harness'

const CATEGORY = '/pages/category/index'
const tab = (page: PageView, name: string) => page.findByRole('tab', { name })
const card = (name: RegExp) => ['button', { name }] as const

test('the first category is open: its name, how much there is, and its goods', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage(CATEGORY)
  await page.findByText('4 件')
  await page.findByRole(...card(/^手工粗陶马克杯 ¥128/))
  page.getByRole(...card(/^和纸台灯 ¥468 已售罄/))
  expect((await tab(page, '居家')).getAttribute('aria-selected')).toBe('true')
  expect(shop.requestsTo('listProducts').map(({ path }) => path)).toEqual(['/v1/products?category=living'])
  expect(shop.requestsTo('signIn')).toEqual([])
  expect(phone.title).toBe('分类')
})

test('a tap on the rail shows another category, one above the shelf a part of it', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage(CATEGORY)
  await tap(await tab(page, '服饰'))
  await page.findByRole(...card(/^水洗棉圆领 T 恤 ¥159/))
  expect(page.queryByText('手工粗陶马克杯')).toBeNull()
  await tap(await tab(page, '居家'))
  await tap(await tab(page, '餐厨'))
  await page.findByText('2 件')
  await waitFor(() => expect(page.queryByText('美利奴羊毛盖毯')).toBeNull())
  await page.findByText('铸铁茶壶')
  expect(shop.requestsTo('listProducts').at(-1)?.path).toContain('category=kitchen')
})

test('a product opens', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(CATEGORY)
  await tap(await page.findByRole(...card(/^铸铁茶壶/)))
  expect((await arriveAt('/goods/product/index')).query).toEqual({ id: 'kettle' })
})

test('a part without goods leads to the whole', async () => {
  const { instead, openPage } = await shopWith()
  const page = await openPage(CATEGORY)
  await page.findByText('手工粗陶马克杯')
  instead('listProducts', { items: [], facets: [], nextCursor: null, total: 0, searchedFor: null })
  await tap(await tab(page, '灯具'))
  await page.findByText('这里还没有商品')
  await tap(page.getByRole('button', { name: '看看居家的全部' }))
  await page.findByText('手工粗陶马克杯')
})

test('a shop without categories says so and can be asked again', async () => {
  const { instead, openPage } = await shopWith()
  instead('listCategories', { categories: [] })
  const page = await openPage(CATEGORY)
  await page.findByText('店里还没有上架商品')
  page.getByRole('button', { name: '重试' })
})

test.each([
  ['the categories', 'listCategories'],
  ['the goods', 'listProducts'],
] as const)('%s that could not be had can be had by 重试', async (_what, route) => {
  const { shop, openPage } = await shopWith()
  shop.fail(route, { code: 'internal' })
  const page = await openPage(CATEGORY)
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole('button', { name: '重试' }))
  await page.findByText('手工粗陶马克杯')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage(CATEGORY)
  await page.findByText('Cast Iron Kettle')
  page.getByText('4 items')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
