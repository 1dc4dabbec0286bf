import { cancelled, denied, inTurn, ok, shopWith, tap, waitFor } from './harness'

const button = (name: string | RegExp) => ['button', { name }] as const
const HOME = '/pages/home/index'
const allowed = ok({ authSetting: { 'scope.userLocation': true } })

test('the home page is what the merchant made of it, and nobody is asked for anything', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage(HOME)
  await page.findByText('越洗越软')
  page.getByText('拾物')
  page.getByText('本周上新')
  page.getByText('居家好物')
  page.getByRole(...button('老榆木书桌 ¥128,888'))
  expect(page.getAllByRole(...button('和纸台灯 ¥468 已售罄'))).toHaveLength(2)
  page.getByRole(...button('附近门店 看看离你最近的门店'))
  expect(shop.requestsTo('signIn')).toEqual([])
  expect(phone.callsOf('getLocation')).toEqual([])
  expect(phone.callsOf('login')).toEqual([])
})

test.each([
  ['its great picture to a product', /^越洗越软/, '/goods/product/index'],
  ['a card to its product', '铸铁茶壶 ¥680 少量现货', '/goods/product/index'],
  ['a round picture to its category', '服饰', '/pages/category/index'],
  ['全部 to the whole list', '查看全部：居家好物', '/goods/list/index'],
  ['the search to the search', '搜索商品', '/goods/list/index'],
  ['the store to the stores', /^附近门店/, '/stores/list/index'],
])('%s', async (_what, name, path) => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(HOME)
  await page.findByText('本周上新')
  await tap(page.getAllByRole(...button(name))[0] as Element)
  await arriveAt(path)
})

test('the category it leads to is the one that is shown', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(HOME)
  await tap(await page.findByRole(...button('服饰')))
  const category = await arriveAt('/pages/category/index')
  const tab = await category.findByRole('tab', { name: '服饰' })
  await waitFor(() => expect(tab.getAttribute('aria-selected')).toBe('true'))
})

test('the nearest store is named where the location was allowed before', async () => {
  const { phone, openPage } = await shopWith({ at: '2026-05-05T04:00:00Z' })
  phone.getSetting = allowed
  const page = await openPage(HOME)
  await page.findByText('上海武康路店')
  page.getByText('营业中 · 至 20:00')
})

test('a scanned code opens its product; one that is not ours is said to be unknown', async () => {
  const { phone, openPage, arriveAt, current } = await shopWith()
  const page = await openPage(HOME)
  const scan = await page.findByRole(...button('扫一扫'))
  phone.scanCode = cancelled()
  await tap(scan)
  phone.scanCode = ok({ result: 'not-ours' })
  phone.showModal = ok({ confirm: false })
  await tap(scan)
  await waitFor(() => expect(phone.callsOf('showModal')).toMatchObject([{ title: '这不是本店商品的码' }]))
  expect(current()).toBe(page)
  phone.showModal = ok({ confirm: true })
  phone.scanCode = inTurn(ok({ result: 'not-ours' }), ok({ result: '', path: 'goods/product/index?id=mug' }))
  await tap(scan)
  expect((await arriveAt('/goods/product/index')).query).toEqual({ id: 'mug' })
})

test('a scanner that may not see says nothing worse than that', async () => {
  const { phone, openPage } = await shopWith()
  phone.scanCode = denied()
  const page = await openPage(HOME)
  await tap(await page.findByRole(...button('扫一扫')))
  await waitFor(() => expect(phone.callsOf('scanCode')).toHaveLength(1))
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
})

test('pulled down, it asks again', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage(HOME)
  await page.findByText('本周上新')
  shop.setPrice('mug-sand', 66_00)
  page.pullDown()
  await page.findByRole(...button('手工粗陶马克杯 ¥66'))
  await waitFor(() => expect(phone.callsOf('stopPullDownRefresh')).toHaveLength(1))
})

test('who comes back finds the cart’s number on its tab', async () => {
  const { phone, openPage } = await shopWith({ cart: { 'mug-sand': 2 } })
  const cart = await openPage('/pages/cart/index')
  await cart.findByText('手工粗陶马克杯')
  await openPage(HOME)
  await waitFor(() => expect(phone.badges.get(2)).toBe('2'))
})

test('the page has its shape before it has its pictures', async () => {
  const { shop, openPage } = await shopWith()
  const release = shop.hold('getHome')
  const page = await openPage(HOME)
  await page.findByLabelText('加载中')
  release()
  await page.findByText('本周上新')
  expect(page.queryByLabelText('加载中')).toBeNull()
})

test('a shop that is still being set up leads to its categories', async () => {
  const { instead, openPage, arriveAt } = await shopWith()
  instead('getHome', { blocks: [] })
  const page = await openPage(HOME)
  await page.findByText('店里还在布置')
  await tap(page.getByRole(...button('去逛分类')))
  await arriveAt('/pages/category/index')
})

test('a home page that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('getHome', { code: 'internal' })
  const page = await openPage(HOME)
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole(...button('重试')))
  await page.findByText('本周上新')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage(HOME)
  await page.findByText('New this week')
  page.getByText('Shiwu')
  page.getByText('Softer with every wash')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
