import { failed, leave, ok, shopWith, tap, type, waitFor, within } from './harness'

const button = (name: string) => ['button', { name }] as const
const CART = '/pages/cart/index'

test('the cart shows what is in it, what it comes to and what was saved', async () => {
  const { phone, openPage } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 2 } })
  const page = await openPage(CART)
  await page.findByText('手工粗陶马克杯')
  page.getByText('美利奴羊毛盖毯')
  page.getByLabelText('原价 ¥599')
  page.getByLabelText('¥655.00')
  page.getByText('已优惠 ¥200 · 不含运费')
  page.getByText('已享包邮')
  page.getByRole(...button('去结算 (3)'))
  expect(phone.title).toBe('购物车')
  await waitFor(() => expect(phone.badges.get(2)).toBe('3'))
})

test('the cart’s total is the server’s, whatever the phone thinks', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 2 } })
  const page = await openPage(CART)
  await page.findByLabelText('¥256.00')
  shop.setPrice('mug-sand', 99_00)
  await tap(page.getByRole(...button('增加数量')))
  await page.findByLabelText('¥297.00')
  expect(page.queryByLabelText('¥384.00')).toBeNull()
  expect(shop.requestsTo('changeCartLine').map(({ body }) => body)).toEqual([{ quantity: 3 }])
})

test('quick taps on the stepper end at the quantity of the last one', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByText('手工粗陶马克杯')
  const release = shop.hold('changeCartLine')
  for (let taps = 0; taps < 4; taps++) await tap(page.getByRole(...button('增加数量')))
  await waitFor(() => expect(page.getByRole('textbox').getAttribute('value')).toBe('5'))
  release()
  await page.findByLabelText('¥640.00')
  expect(shop.requestsTo('changeCartLine').at(-1)?.body).toEqual({ quantity: 5 })
  expect(page.getByRole('textbox').getAttribute('value')).toBe('5')
})

test('a quantity can be typed, and counts when the field is left; more than there is becomes what there is', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  const field = await page.findByRole('textbox')
  await type(field, '7')
  expect(shop.requestsTo('changeCartLine')).toEqual([])
  await leave(field)
  await page.findByLabelText('¥896.00')
  await type(field, '999')
  await leave(field)
  await page.findByLabelText('¥2,560.00')
  expect(shop.requestsTo('changeCartLine').map(({ body }) => body)).toEqual([{ quantity: 7 }, { quantity: 20 }])
  expect(phone.toasts).toEqual(['最多可买 20 件'])
})

test('a change that did not arrive is taken back, and said', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 2 } })
  const page = await openPage(CART)
  await page.findByLabelText('¥256.00')
  shop.fail('changeCartLine', { code: 'internal' })
  await tap(page.getByRole(...button('增加数量')))
  await waitFor(() => expect(phone.toasts).toEqual(['服务出了点问题，请稍后重试']))
  await waitFor(() => expect(page.getByRole('textbox').getAttribute('value')).toBe('2'))
})

test('what is not chosen is not in the total, nor in the order', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 1 } })
  const page = await openPage(CART)
  const blanket = await page.findByRole('checkbox', { name: '选择 美利奴羊毛盖毯' })
  expect(blanket.getAttribute('aria-checked')).toBe('true')
  await tap(blanket)
  await page.findByLabelText('¥128.00')
  page.getByRole(...button('去结算 (1)'))
  expect(shop.requestsTo('selectCartLines').map(({ body }) => body)).toEqual([{ lineIds: ['line-1'], selected: false }])
  await tap(page.getByRole('checkbox', { name: '全选' }))
  await page.findByRole(...button('去结算 (2)'))
})

test('with nothing chosen there is nothing to check out', async () => {
  const { openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await tap(await page.findByRole('checkbox', { name: '全选' }))
  const go = await page.findByRole(...button('去结算'))
  await expect(tap(go)).rejects.toThrow('disabled')
})

test('more than there is: the cart says how many there are and takes that many', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'kettle-black': 2 } })
  shop.setStock('kettle-black', 1)
  const page = await openPage(CART)
  await page.findByText('最多可买 1 件')
  page.getByRole(...button('去结算'))
  await tap(page.getByRole(...button('改为 1 件')))
  await page.findByRole(...button('去结算 (1)'))
  expect(shop.requestsTo('changeCartLine').map(({ body }) => body)).toEqual([{ quantity: 1 }])
})

test('what cannot be bought any more stands apart, and goes when cleared', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 1 } })
  shop.setStock('blanket-grey', 0)
  const page = await openPage(CART)
  await page.findByText('已失效的商品')
  page.getByText('已售罄')
  await tap(page.getByRole(...button('清空')))
  await waitFor(() => expect(page.queryByText('美利奴羊毛盖毯')).toBeNull())
  expect(phone.callsOf('showModal').map(({ title }) => title)).toEqual(['清空已失效的商品？'])
  page.getByText('手工粗陶马克杯')
})

test('less than one asks whether to remove it; a no leaves it where it is', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.showModal = ok({ confirm: false, cancel: true })
  const page = await openPage(CART)
  await page.findByText('手工粗陶马克杯')
  await tap(page.getByRole(...button('减少数量')))
  await waitFor(() => expect(phone.callsOf('showModal')).toHaveLength(1))
  phone.showModal = failed()
  await tap(page.getByRole(...button('减少数量')))
  await waitFor(() => expect(phone.callsOf('showModal')).toHaveLength(2))
  expect(shop.requestsTo('removeCartLines')).toEqual([])
  phone.showModal = ok({ confirm: true, cancel: false })
  await tap(page.getByRole(...button('减少数量')))
  await page.findByText('购物车还是空的')
})

test('another size is chosen in place', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'tee-cream-S': 2 } })
  const page = await openPage(CART)
  await tap(await page.findByRole(...button('修改规格：米白 · S')))
  const sheet = within(await page.findByRole('dialog'))
  await tap(sheet.getByRole(...button('M')))
  await tap(sheet.getByRole(...button('确定')))
  await page.findByRole(...button('修改规格：米白 · M'))
  expect(shop.requestsTo('changeCartLine').map(({ body }) => body)).toEqual([{ skuId: 'tee-cream-M' }])
})

test('去结算 waits until the shop knows the last tap', async () => {
  const { shop, openPage, arriveAt, current } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByLabelText('¥128.00')
  const release = shop.hold('changeCartLine')
  await tap(page.getByRole(...button('增加数量')))
  await tap(page.getByRole('button', { name: /^去结算/ }))
  await waitFor(() => expect(shop.requestsTo('changeCartLine')).toHaveLength(1))
  expect(current().route).toBe('pages/cart/index')
  release()
  const checkout = await arriveAt('/trade/checkout/index')
  expect(checkout.query).toEqual({})
})

test.each([
  [118_00, '比加入时降了 ¥10'],
  [138_00, '比加入时涨了 ¥10'],
])('a price that has become %d since it was put in is said', async (fen, words) => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  shop.setPrice('mug-sand', fen)
  const page = await openPage(CART)
  await page.findByText(words)
})

test('a price that is as it was is not talked about', async () => {
  const { openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByText('手工粗陶马克杯')
  expect(page.queryByText(/比加入时/)).toBeNull()
})

test('edit mode removes what is marked', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 1 } })
  const page = await openPage(CART)
  await tap(await page.findByRole(...button('编辑')))
  await tap(await page.findByRole('checkbox', { name: '选择 手工粗陶马克杯' }))
  await tap(await page.findByRole(...button('删除 (1)')))
  await waitFor(() => expect(page.queryByText('手工粗陶马克杯')).toBeNull())
  expect(shop.requestsTo('removeCartLines').map(({ body }) => body)).toEqual([{ lineIds: ['line-2'] }])
})

test('edit mode moves what is marked to the favourites, and takes nothing out that did not get there', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 1 } })
  const page = await openPage(CART)
  await tap(await page.findByRole(...button('编辑')))
  await tap(await page.findByRole('checkbox', { name: '选择 手工粗陶马克杯' }))
  shop.fail('addFavourites', { code: 'internal' })
  await tap(page.getByRole(...button('移入收藏')))
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  page.getByText('手工粗陶马克杯')
  await tap(page.getByRole(...button('移入收藏')))
  await waitFor(() => expect(page.queryByText('手工粗陶马克杯')).toBeNull())
  expect(shop.requestsTo('addFavourites').at(-1)?.body).toEqual({ productIds: ['mug'] })
  expect(phone.toasts.at(-1)).toBe('已移入收藏')
})

test('a coupon of the wallet that little is missing for says how much, until it counts', async () => {
  const { shop, before, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  await before(({ wallet }) => wallet.take('big'))
  const page = await openPage(CART)
  await page.findByText('再买 ¥372 可用：满 500 减 50 · 不可叠加')
  for (let pieces = 2; pieces <= 4; pieces++) await tap(page.getByRole(...button('增加数量')))
  await waitFor(() => expect(page.queryByText(/可用：满 500 减 50/)).toBeNull())
  expect(shop.requestsTo('fitCoupons').at(-1)?.body).toEqual({ source: { kind: 'cart' }, address: null })
})

test('who has no coupon is hinted at none, and nothing is asked for it', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByText('手工粗陶马克杯')
  await waitFor(() => expect(shop.requestsTo('listWallet')).toHaveLength(1))
  expect(shop.requestsTo('fitCoupons')).toEqual([])
})

test('a session that expired is renewed behind the shopper’s back', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByLabelText('¥128.00')
  shop.expireSessions()
  await tap(page.getByRole(...button('增加数量')))
  await page.findByLabelText('¥256.00')
  expect(shop.requestsTo('signIn')).toHaveLength(2)
})

test('an empty cart leads to the shelves and shows some of what is on them', async () => {
  const { phone, openPage, arriveAt } = await shopWith()
  const page = await openPage(CART)
  await page.findByText('购物车还是空的')
  await page.findByText('也许你会喜欢')
  expect(phone.badges.has(2)).toBe(false)
  await tap(page.getByRole(...button('去逛逛')))
  await arriveAt('/pages/category/index')
})

test('a cart that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  shop.fail('getCart', { code: 'internal' })
  const page = await openPage(CART)
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole(...button('重试')))
  await page.findByText('手工粗陶马克杯')
})

test('on an English phone it is in English, the tabs too', async () => {
  const { phone, openPage } = await shopWith({ language: 'en', cart: { 'mug-sand': 1 } })
  const page = await openPage(CART)
  await page.findByText('Hand-thrown Stoneware Mug')
  page.getByText('¥71 more for free delivery')
  page.getByRole(...button('Check out (1)'))
  expect([...phone.tabNames.values()]).toEqual(['Home', 'Categories', 'Cart', 'Me'])
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
