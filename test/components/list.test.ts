import { enter, ok, shopWith, tap, type, waitFor, within } from './harness'

const LIST = '/goods/list/index'
const names = ['手工粗陶马克杯', '美利奴羊毛盖毯', '和纸台灯', '铸铁茶壶']

test('a category lists its goods under its name', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage(`${LIST}?category=living`)
  await page.findByText('铸铁茶壶')
  for (const name of names) page.getByText(name)
  page.getByText('已经到底了')
  await waitFor(() => expect(phone.title).toBe('居家'))
})

test('价格 puts the cheapest first, and turned round the dearest', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage(`${LIST}?category=living`)
  await page.findByText('铸铁茶壶')
  await tap(page.getByRole('tab', { name: '价格' }))
  const price = await page.findByRole('tab', { name: '价格从低到高' })
  await tap(price)
  await page.findByRole('tab', { name: '价格从高到低' })
  await waitFor(() =>
    expect(page.getAllByText(new RegExp(names.join('|'))).map((found) => found.textContent)).toEqual([
      '铸铁茶壶',
      '和纸台灯',
      '美利奴羊毛盖毯',
      '手工粗陶马克杯',
    ]),
  )
  const sorts = shop.requestsTo('listProducts').map(({ path }) => /sort=(\w+)/.exec(path)?.[1])
  expect(sorts.slice(-2)).toEqual(['price_asc', 'price_desc'])
})

test('words that were typed are looked for, and remembered on this phone', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage(LIST)
  const field = await page.findByPlaceholderText('搜沙发、相机、绿植…')
  await type(field, ' 茶壶 ')
  const searches = () => shop.requestsTo('listProducts').filter(({ path }) => path.includes('q='))
  expect(searches()).toEqual([])
  await enter(field)
  await page.findByText('铸铁茶壶')
  page.getByText('1 件商品')
  expect(searches().map(({ path }) => path)).toEqual([expect.stringContaining(`q=${encodeURIComponent('茶壶')}`)])
  await tap(page.getByRole('button', { name: '清空输入' }))
  await page.findByText('最近搜索')
  await tap(page.getByRole('button', { name: '茶壶' }))
  await page.findByText('铸铁茶壶')
  expect(phone.calls.filter(({ api }) => api === 'login')).toEqual([])
})

test('the history goes when the shopper says so', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage(`${LIST}`)
  const field = await page.findByPlaceholderText('搜沙发、相机、绿植…')
  await type(field, '台灯')
  await enter(field)
  await page.findByText('和纸台灯')
  await tap(page.getByRole('button', { name: '清空输入' }))
  phone.showModal = ok({ confirm: true })
  await tap(await page.findByRole('button', { name: '清空最近搜索' }))
  await waitFor(() => expect(page.queryByText('最近搜索')).toBeNull())
  page.getByText('按分类逛')
})

test('nothing found is no dead end: categories, and what others buy', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(`${LIST}?q=${encodeURIComponent('独角兽')}`)
  await page.findByText('没有找到“独角兽”')
  await page.findByText('大家在买')
  await page.findByText('手工粗陶马克杯')
  await tap(await page.findByRole('button', { name: '家具' }))
  const category = await arriveAt('/pages/category/index')
  await category.findByText('老榆木书桌')
})

test('a list that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('listProducts', { code: 'internal' })
  const page = await openPage(`${LIST}?category=living`)
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole('button', { name: '重试' }))
  await page.findByText('铸铁茶壶')
})

test('the next page comes at the end of this one, and is asked for once', async () => {
  const { instead, before, openPage } = await shopWith()
  const all = await before(({ catalog }) => catalog.products({}))
  instead('listProducts', { ...all, items: all.items.slice(0, 4), nextCursor: 'more' })
  const page = await openPage(`${LIST}?category=living`)
  await page.findByText('和纸台灯')
  expect(page.queryByText('老榆木书桌')).toBeNull()
  instead('listProducts', { ...all, items: all.items.slice(4), nextCursor: null })
  page.scrollToEnd()
  page.scrollToEnd()
  await page.findByText('老榆木书桌')
  page.getByText('已经到底了')
})

test('a list is narrowed in the sheet, and widened again by what stands above it', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage(`${LIST}?category=living`)
  await page.findByText('4 件商品')
  await tap(page.getByRole('button', { name: '筛选' }))
  const sheet = within(await page.findByRole('dialog'))
  await tap(await sheet.findByRole('button', { name: '炭黑，1 件' }))
  await type(sheet.getByLabelText('最高价（元）'), '700')
  await tap(await sheet.findByRole('button', { name: '完成（1 件）' }))
  await page.findByText('1 件商品')
  page.getByText('铸铁茶壶')
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  const { path } = shop.requestsTo('listProducts').at(-1)!
  expect(Object.fromEntries(new URL(path, 'https://shop').searchParams)).toMatchObject({
    facets: 'colour:black',
    priceTo: '70000',
  })
  await tap(page.getByRole('button', { name: '清除筛选' }))
  await page.findByText('4 件商品')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage(`${LIST}?category=clothing`)
  await page.findByText('Washed Cotton Tee')
  page.getByRole('tab', { name: 'Newest' })
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
