import { happen, ok, type PageView, shopWith, tap, waitFor, within } from './harness'

const sheetOf = async (page: PageView) => within(await page.findByRole('dialog'))
const button = (name: string) => ['button', { name }] as const

test('a product says what it costs, what it is, and when it comes; looking at it signs nobody in', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=tee')
  await page.findByText('越洗越软')
  page.getByLabelText('¥159 起')
  page.getByText('已售 860')
  page.getByText('48 小时内发货 · 满 ¥199 包邮')
  page.getByRole('button', { name: '已选 请选择 颜色、尺码' })
  page.getByText('220 克新疆长绒棉，成衣水洗，不再缩水。')
  expect(shop.requestsTo('signIn')).toEqual([])
})

test('a coupon that counts for it is taken on its page', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=tee')
  await tap(await page.findByRole('button', { name: '领取 满 500 减 50 满减券' }))
  await page.findByRole('button', { name: '已领取 满 500 减 50 满减券' })
  expect(phone.toasts).toEqual(['已领取'])
  expect(shop.requestsTo('listCampaigns')[0]?.path).toBe('/v1/coupons?product=tee')
})

test('the page has its shape before it has its goods', async () => {
  const { shop, openPage } = await shopWith()
  const release = shop.hold('getProduct')
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByLabelText('加载中')
  release()
  await page.findByText('一只杯子，一整个早晨')
  await waitFor(() => expect(page.queryByLabelText('加载中')).toBeNull())
})

test('a chosen SKU goes into the cart as an id and a quantity, the sheet closes, and the cart on the page counts it', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=tee')
  await tap(await page.findByRole(...button('加入购物车')))
  const sheet = await sheetOf(page)
  await tap(sheet.getByRole(...button('墨绿')))
  await tap(sheet.getByRole(...button('M')))
  await sheet.findByText('已选 墨绿、M')
  sheet.getByLabelText('¥169')
  await tap(sheet.getByRole(...button('增加数量')))
  await tap(sheet.getByRole(...button('加入购物车')))
  await page.findByRole(...button('购物车 2'))
  expect(shop.requestsTo('addToCart').map(({ body }) => body)).toEqual([{ skuId: 'tee-green-M', quantity: 2 }])
  expect(phone.toasts).toEqual(['已加入购物车'])
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  page.getByRole('button', { name: '已选 墨绿、M' })
})

test('nothing goes into the cart while a choice is missing, and what is missing is named', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=tee')
  await tap(await page.findByRole(...button('加入购物车')))
  const sheet = await sheetOf(page)
  await tap(sheet.getByRole(...button('米白')))
  await tap(sheet.getByRole(...button('加入购物车')))
  await waitFor(() => expect(phone.toasts).toEqual(['请选择 尺码']))
  expect(shop.requestsTo('addToCart')).toEqual([])
})

test('a sold-out size is grey and says why when tapped; so does one that was never made', async () => {
  const { shop, phone, openPage } = await shopWith()
  // Where the shop can send no message there is nothing else to do about it.
  shop.fail('listMessageTemplates', { code: 'internal', times: 9 })
  const page = await openPage('/goods/product/index?id=tee')
  await tap(await page.findByRole(...button('立即购买')))
  const sheet = await sheetOf(page)
  await tap(sheet.getByRole(...button('米白')))
  const large = await sheet.findByRole(...button('L，已售罄'))
  expect(large.getAttribute('aria-disabled')).toBe('true')
  await tap(large)
  await waitFor(() => expect(phone.toasts).toEqual(['“L”已售罄，换一个看看']))
  sheet.getByText('请选择 尺码')
  await tap(sheet.getByRole(...button('墨绿')))
  await tap(await sheet.findByRole(...button('L，没有这个组合')))
  await waitFor(() => expect(phone.toasts.at(-1)).toBe('没有“L”的这个组合，换一个看看'))
})

test('a sold-out size can be waited for: WeChat asks, and the shop remembers', async () => {
  const { shop, phone, openPage } = await shopWith()
  phone.requestSubscribeMessage = ok({ 'restock-template': 'accept' })
  const page = await openPage('/goods/product/index?id=tee')
  await tap(await page.findByRole(...button('立即购买')))
  const sheet = await sheetOf(page)
  await tap(sheet.getByRole(...button('米白')))
  await tap(await sheet.findByRole(...button('L，已售罄')))
  await sheet.findByText('已售罄')
  await tap(await sheet.findByRole(...button('到货提醒我')))
  await sheet.findByRole(...button('已设提醒，点按取消'))
  expect(phone.callsOf('requestSubscribeMessage')).toMatchObject([{ tmplIds: ['restock-template'] }])
  expect(shop.requestsTo('addRestockReminder').map(({ body }) => body)).toEqual([
    { productId: 'tee', skuId: 'tee-cream-L' },
  ])
  await tap(sheet.getByRole(...button('M')))
  await sheet.findByRole(...button('立即购买'))
})

test('customer service is opened with the product as a card', async () => {
  const { openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  const service = await page.findByRole(...button('联系客服'))
  const card = ['open-type', 'send-message-title', 'send-message-path', 'show-message-card']
  expect(card.map((name) => service.getAttribute(name))).toEqual([
    'contact',
    '手工粗陶马克杯',
    '/goods/product/index?id=mug',
    'true',
  ])
})

test('no more can be chosen than there is', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=kettle')
  await tap(await page.findByRole(...button('加入购物车')))
  const sheet = await sheetOf(page)
  sheet.getByText('仅剩 2 件')
  for (let taps = 0; taps < 2; taps++) await tap(sheet.getByRole(...button('增加数量')))
  await waitFor(() => expect(phone.toasts).toEqual(['只剩 2 件了']))
  expect(sheet.getByRole('textbox').getAttribute('value')).toBe('2')
})

test('goods that sell out between the look and the tap are refused in words, and the page then knows', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=kettle')
  await tap(await page.findByRole(...button('加入购物车')))
  const sheet = await sheetOf(page)
  shop.setStock('kettle-black', 0)
  await tap(sheet.getByRole(...button('加入购物车')))
  await waitFor(() => expect(phone.toasts).toEqual(['刚刚售罄，看看别的款式吧']))
  await page.findByRole(...button('看看同类'))
  expect(page.queryByRole(...button('购物车 1'))).toBeNull()
})

test('two taps on 加入购物车 are one piece', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  await tap(await page.findByRole(...button('加入购物车')))
  const add = (await sheetOf(page)).getByRole(...button('加入购物车'))
  await tap(add, 2)
  await page.findByRole(...button('购物车 1'))
  expect(shop.requestsTo('addToCart')).toHaveLength(1)
})

test('立即购买 leads to the checkout and leaves the cart alone', async () => {
  const { shop, openPage, arriveAt } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  await tap(await page.findByRole(...button('立即购买')))
  const sheet = await sheetOf(page)
  await tap(sheet.getByRole(...button('增加数量')))
  await tap(sheet.getByRole(...button('立即购买')))
  const checkout = await arriveAt('/trade/checkout/index')
  expect(checkout.query).toEqual({ sku: 'mug-sand', quantity: '2' })
  expect(shop.requestsTo('addToCart')).toEqual([])
})

test('what is sold out says so in the place of its buttons, and leads to what is like it', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage('/goods/product/index?id=lamp')
  await page.findByRole(...button('到货提醒'))
  expect(page.queryByRole(...button('立即购买'))).toBeNull()
  await tap(page.getByRole(...button('看看同类')))
  expect((await arriveAt('/goods/list/index')).query).toEqual({ category: 'lighting' })
})

test('a product that is gone leads back to the shop', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage('/goods/product/index?id=gone-long-ago')
  await page.findByText('这件商品找不到了')
  await tap(page.getByRole(...button('回到首页')))
  await arriveAt('/pages/home/index')
})

test('a page that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('getProduct', { code: 'internal' })
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole(...button('重试')))
  await page.findByText('一只杯子，一整个早晨')
})

test('a photograph is shown whole when it is tapped', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  await tap(await page.findByRole('button', { name: '手工粗陶马克杯 第 2 张，共 2 张图片，点按放大' }))
  await waitFor(() => expect(phone.callsOf('previewImage')).toHaveLength(1))
  const [{ current, urls } = {}] = phone.callsOf('previewImage') as { current?: string; urls?: string[] }[]
  expect(urls).toHaveLength(2)
  expect(current).toBe(urls?.[1])
})

test('a photograph that does not come leaves its place and its name', async () => {
  const { openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  const [place] = await page.findAllByRole('img', { name: '手工粗陶马克杯' })
  const photograph = within(place as HTMLElement)
  await happen(photograph.getByRole('img'), 'error', { errMsg: 'GET 404' })
  await waitFor(() => expect(photograph.queryByRole('img')).toBeNull())
  expect((place as HTMLElement).getAttribute('aria-label')).toBe('手工粗陶马克杯')
})

test('a shared product opens as itself', async () => {
  const { openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=desk')
  await page.findByText('百年老料，一张书桌')
  expect(page.share()).toMatchObject({ title: '老榆木书桌', path: '/goods/product/index?id=desk' })
})

test('on an English phone it is in English, names and all', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage('/goods/product/index?id=blanket')
  await page.findByText('Under it, it is Sunday')
  page.getByLabelText('¥399')
  page.getByLabelText('was ¥599')
  page.getByText('312 sold')
  page.getByText('Ships within 48 h · Free delivery from ¥199')
  page.getByRole(...button('Add to cart'))
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})

const HOME = {
  ...{ name: '王小明', phone: '13800138000', province: '上海市', city: '上海市', district: '徐汇区' },
  ...{ detail: '武康路 99 号', postalCode: null, nationalCode: null },
}

test('delivery says the fee to the address of last time, and another region can be picked', async () => {
  const { shop, phone, openPage } = await shopWith()
  phone.storage.set('address', HOME)
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByText('至 上海市 · 快递 ¥12')
  await tap(page.getByRole(...button('配送 至 上海市 · 快递 ¥12 48 小时内发货 · 满 ¥199 包邮')))
  const sheet = await sheetOf(page)
  await tap((await sheet.findAllByRole('tab', { name: '上海市' }))[0]!)
  await tap(await sheet.findByRole('radio', { name: '广东省' }))
  await tap(await sheet.findByRole('radio', { name: '深圳市' }))
  await tap(await sheet.findByRole('radio', { name: '南山区' }))
  await page.findByText('至 广东省深圳市 · 快递 ¥12')
  expect(shop.requestsTo('signIn')).toEqual([])
})

test('where the shop sends nothing, the page says so instead of selling', async () => {
  const { phone, openPage } = await shopWith()
  phone.storage.set('address', { ...HOME, province: '西藏自治区', city: '拉萨市' })
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByText('暂不支持配送至 西藏自治区拉萨市')
  page.getByText('所选地区不配送')
  expect(page.queryByRole(...button('立即购买'))).toBeNull()
  page.getByRole(...button('换个地区'))
})
