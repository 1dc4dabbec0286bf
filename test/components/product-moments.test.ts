import { shopWith, waitFor } from './harness'

/** What a page in Moments may not ask of WeChat (「单页模式下的限制」): somebody, another page, money, permissions. */
const REFUSED = [
  ...['login', 'checkSession', 'getSetting', 'openSetting', 'getLocation', 'requestPayment', 'requestSubscribeMessage'],
  ...['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack', 'chooseAddress', 'setTabBarBadge'],
]
const NEED_NO_SESSION = ['getProduct', 'listReviews', 'findStoresWith']

async function openInMoments(url: string) {
  const visit = await shopWith()
  visit.phone.scene = 1154
  return { ...visit, page: await visit.openPage(url) }
}

test('in Moments a product is shown to nobody in particular: every call of the page is one that needs no session', async () => {
  const { shop, phone, page } = await openInMoments('/goods/product/index?id=mug')
  await page.findByText('一只杯子，一整个早晨')
  await page.findByText('釉色比照片温润，握着刚好一掌。')
  await page.findByText(/家门店有货$/)
  expect([...new Set(shop.requests.map(({ route }) => route))].sort()).toEqual([...NEED_NO_SESSION].sort())
  expect(shop.requests.filter(({ headers }) => headers.authorization)).toEqual([])
  expect(phone.calls.map(({ api }) => api).filter((api) => REFUSED.includes(api))).toEqual([])
})

test('nothing there leads where a page in Moments cannot lead; it says where one can', async () => {
  const { page } = await openInMoments('/goods/product/index?id=tee')
  await page.findByText('想选购或看更多，点屏幕下方的“前往小程序”')
  await page.findByText(/家门店有货$/)
  const buttons = page.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)
  expect(buttons.filter((name) => !/点按放大/.test(name ?? ''))).toEqual([])
  page.getByText('48 小时内发货 · 满 ¥199 包邮')
  expect(page.queryByText('你可能还喜欢')).toBeNull()
  expect(page.queryByText('客服')).toBeNull()
})

test('its pictures are looked at and its film is played there, too', async () => {
  const { page } = await openInMoments('/goods/product/index?id=kettle')
  await page.findByRole('button', { name: /^播放铸铁茶壶的视频/ })
})

test('what is gone says so, and can only be asked for again', async () => {
  const { page } = await openInMoments('/goods/product/index?id=gone-long-ago')
  await page.findByText('这件商品找不到了')
  page.getByText('想选购或看更多，点屏幕下方的“前往小程序”')
  expect(page.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(['重试'])
})

test.each([
  ['a link', '/goods/product/index?id=mug'],
  ['a mini program code', `/goods/product/index?scene=${encodeURIComponent('id=mug')}`],
])('a cold start by %s opens the product', async (_, url) => {
  const { shop, phone, openPage } = await shopWith()
  phone.scene = 1047
  const page = await openPage(url)
  await page.findByText('一只杯子，一整个早晨')
  expect(page.share()).toMatchObject({ title: '手工粗陶马克杯', path: '/goods/product/index?id=mug' })
  expect(shop.requestsTo('signIn')).toEqual([])
})

test('it is shared with friends and in Moments by name, picture and the way back to it', async () => {
  const { openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=desk')
  await page.findByText('百年老料，一张书桌')
  const imageUrl = expect.stringMatching(/\/media\/desk-600\.webp$/)
  expect(page.share()).toEqual({ title: '老榆木书桌', path: '/goods/product/index?id=desk', imageUrl })
  expect(page.shareToMoments()).toEqual({ title: '老榆木书桌', query: 'id=desk', imageUrl })
})

test('shared before it is here, the shop is shared instead', async () => {
  const { shop, openPage } = await shopWith()
  const release = shop.hold('getProduct')
  const page = await openPage('/goods/product/index?id=desk')
  await waitFor(() => expect(shop.requestsTo('getProduct')).toHaveLength(1))
  expect(page.share()).toMatchObject({ path: '/pages/home/index' })
  release()
})
