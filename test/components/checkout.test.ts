import { cancelled, denied, failed, inTurn, ok, shopWith, tap, type, waitFor, within } from './harness'
import { CHOSEN_ADDRESS } from './harness/phone/belongings'

const CHECKOUT = '/trade/checkout/index'
const button = (name: string | RegExp) => ['button', { name }] as const
/** A phone that knows where its shopper lives. */
const home = {
  name: '王小明',
  phone: '13800138000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '湖南路街道 武康路 99 号 302 室',
  postalCode: '200031',
  nationalCode: '310104',
}
async function atCheckout(overrides: Parameters<typeof shopWith>[0] = { cart: { 'mug-sand': 1 } }, query = '') {
  const visit = await shopWith(overrides)
  visit.phone.storage.set('address', home)
  return { ...visit, open: () => visit.openPage(CHECKOUT + query) }
}

test('it says what is bought, what delivery costs and what is to pay, before any address', async () => {
  const { shop, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const page = await openPage(CHECKOUT)
  await page.findByText('手工粗陶马克杯')
  page.getByRole(...button('选择收货地址'))
  page.getByText('快递 · 48 小时内发货')
  page.getByLabelText('¥12.00')
  expect(page.getAllByLabelText('¥140.00')).toHaveLength(2)
  expect(shop.requestsTo('quote').map(({ body }) => body)).toEqual([{ source: { kind: 'cart' }, address: null }])
})

test('from the address book to a paid order: ids and quantities are sent, never a price', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith({ cart: { 'blanket-grey': 1, 'mug-sand': 2 } })
  const page = await openPage(CHECKOUT)
  await tap(await page.findByRole(...button('选择收货地址')))
  await page.findByText('王小明')
  page.getByText('上海市 徐汇区 湖南路街道 武康路 99 号 302 室')
  await type(await page.findByPlaceholderText('选填，想对店家说的话'), '放门口就好')
  await waitFor(() => expect(page.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  const result = await arriveAt('/trade/result/index')
  await result.findByText('支付成功')
  await result.findByLabelText('¥655.00')
  const [placed] = shop.requestsTo('placeOrder')
  expect(placed?.body).toEqual({
    quoteId: expect.any(String),
    source: { kind: 'cart' },
    address: home,
    fapiao: null,
    remark: '放门口就好',
  })
  expect(placed?.headers['idempotency-key']).toBeTruthy()
  expect(shop.orders()).toMatchObject([{ status: 'paid', amounts: { total: 655_00 } }])
  expect(phone.callsOf('requestPayment')).toHaveLength(1)
})

test('an address that was chosen once is there the next time', async () => {
  const { shop, open } = await atCheckout()
  const page = await open()
  await page.findByText('王小明')
  await waitFor(() => expect(shop.requestsTo('quote').at(-1)?.body).toMatchObject({ address: home }))
})

test('a refused address leaves the checkout as it was, and leads to the settings', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.chooseAddress = denied()
  const page = await openPage(CHECKOUT)
  await page.findByText('手工粗陶马克杯')
  await tap(page.getByRole(...button('选择收货地址')))
  await waitFor(() => expect(phone.callsOf('openSetting')).toHaveLength(1))
  expect(phone.callsOf('showModal').map(({ title }) => title)).toEqual(['没有使用地址的权限'])
  page.getByRole(...button('选择收货地址'))
  expect(shop.requestsTo('quote')).toHaveLength(1)
})

test('a closed address book says nothing; one that did not open says so', async () => {
  const { phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.chooseAddress = inTurn(cancelled(), failed('system error'))
  const page = await openPage(CHECKOUT)
  const card = await page.findByRole(...button('选择收货地址'))
  await tap(card)
  expect(phone.toasts).toEqual([])
  await tap(card)
  await waitFor(() => expect(phone.toasts).toEqual(['没有打开微信地址簿，请重试']))
  expect(phone.callsOf('showModal')).toEqual([])
})

test('提交订单 without an address asks for one, and orders nothing', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.chooseAddress = cancelled()
  const page = await openPage(CHECKOUT)
  await tap(await page.findByRole(...button('提交订单')))
  await waitFor(() => expect(phone.callsOf('chooseAddress')).toHaveLength(1))
  expect(shop.requestsTo('placeOrder')).toEqual([])
})

test('where the shop does not deliver is said on the card, and not ordered', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.chooseAddress = ok({ ...CHOSEN_ADDRESS, provinceName: '西藏自治区', cityName: '拉萨市', countyName: '城关区' })
  const page = await openPage(CHECKOUT)
  await tap(await page.findByRole(...button('选择收货地址')))
  await page.findByText('这个地址暂时送不到，请换一个')
  await tap(page.getByRole(...button('提交订单')))
  await waitFor(() => expect(phone.toasts).toEqual(['这个地址暂时送不到，请换一个']))
  expect(shop.requestsTo('placeOrder')).toEqual([])
})

test('a second tap on 提交订单 is the same order', async () => {
  const { shop, open, arriveAt } = await atCheckout()
  const page = await open()
  const submit = await page.findByRole(...button('提交订单'))
  await tap(submit, 2)
  await arriveAt('/trade/result/index')
  expect(shop.requestsTo('placeOrder')).toHaveLength(1)
  expect(shop.orders()).toHaveLength(1)
})

test('an order whose answer was lost twice is found by the next tap, not made again', async () => {
  const { shop, open, arriveAt } = await atCheckout()
  shop.fail('placeOrder', { network: true, afterwards: true, times: 2 })
  const page = await open()
  await tap(await page.findByRole(...button('提交订单')))
  await page.findByText('网络没有回应，订单可能已经提交。请再点一次“提交订单”，不会重复下单')
  await tap(await page.findByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  const keys = shop.requestsTo('placeOrder').map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
  expect(shop.orders()).toHaveLength(1)
})

test('a price that changed is shown before it is paid', async () => {
  const { shop, open, arriveAt } = await atCheckout()
  const page = await open()
  const submit = await page.findByRole(...button('提交订单'))
  shop.setPrice('mug-sand', 188_00)
  await tap(submit)
  await page.findByText('价格、优惠或库存刚刚有变化，金额已更新，请确认后再提交')
  await waitFor(() => expect(page.getAllByLabelText('¥200.00')).toHaveLength(2))
  expect(shop.orders()).toEqual([])
  await tap(await page.findByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ amounts: { total: 200_00 } }])
})

test('goods that sold out meanwhile are marked, and the way back leads to the cart', async () => {
  const { shop, open, arriveAt } = await atCheckout({ cart: { 'blanket-grey': 1, 'mug-sand': 1 } })
  const page = await open()
  const submit = await page.findByRole(...button('提交订单'))
  shop.setStock('mug-sand', 0)
  await tap(submit)
  await page.findByText('有商品刚刚卖完了，请调整后再提交')
  page.getByText('已售罄')
  expect(shop.orders()).toEqual([])
  await tap(page.getByRole(...button('返回购物车修改')))
  await arriveAt('/pages/cart/index')
})

test('a cancelled payment offers 继续付款, which pays the same order', async () => {
  const { shop, phone, open, arriveAt } = await atCheckout()
  phone.haste = 20
  phone.requestPayment = inTurn(cancelled(), phone.requestPayment)
  const page = await open()
  await tap(await page.findByRole(...button('提交订单')))
  const result = await arriveAt('/trade/result/index')
  await result.findByText('支付成功')
  expect(phone.callsOf('showModal')).toMatchObject([
    { title: '还没有付款', confirmText: '继续付款', cancelText: '放弃' },
  ])
  expect(shop.orders()).toMatchObject([{ status: 'paid' }])
})

test('放弃 leads to the order, which waits', async () => {
  const { shop, phone, open, arriveAt } = await atCheckout()
  phone.haste = 20
  phone.requestPayment = cancelled()
  phone.showModal = ok({ confirm: false, cancel: true })
  const page = await open()
  await tap(await page.findByRole(...button('提交订单')))
  const order = await arriveAt('/trade/order/index')
  await order.findByText('待付款')
  expect(shop.orders()).toMatchObject([{ status: 'pending_payment' }])
})

test('a payment that WeChat called cancelled but that went through is paid', async () => {
  const { shop, phone, open, arriveAt } = await atCheckout()
  phone.requestPayment = ({ package: prepay }) => {
    shop.payByPackage(String(prepay))
    return { fail: 'cancel' }
  }
  const page = await open()
  await tap(await page.findByRole(...button('提交订单')))
  const result = await arriveAt('/trade/result/index')
  await result.findByText('支付成功')
  expect(phone.callsOf('showModal')).toEqual([])
})

test('a fapiao for the company comes from WeChat’s titles', async () => {
  const { shop, open, arriveAt } = await atCheckout()
  const page = await open()
  await tap(await page.findByRole(...button('发票 不开发票')))
  const sheet = within(await page.findByRole('dialog'))
  await tap(sheet.getByRole(...button('单位')))
  await tap(await sheet.findByRole(...button('从微信导入抬头')))
  await waitFor(() => expect(sheet.getByLabelText('单位名称').getAttribute('value')).toBe('拾光文化（上海）有限公司'))
  await tap(sheet.getByRole(...button('完成')))
  await page.findByRole(...button('发票 单位 · 拾光文化（上海）有限公司'))
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()[0]?.fapiao).toMatchObject({ kind: 'company', taxNumber: '91310104MA1FR00X1D' })
})

test('a tax number that is none is said at its field, and goes nowhere', async () => {
  const { open } = await atCheckout()
  const page = await open()
  await tap(await page.findByRole(...button('发票 不开发票')))
  const sheet = within(await page.findByRole('dialog'))
  await tap(sheet.getByRole(...button('单位')))
  await type(await sheet.findByLabelText('单位名称'), '拾光文化')
  await type(sheet.getByLabelText('税号'), '123')
  await tap(sheet.getByRole(...button('完成')))
  await sheet.findByText('税号不对，请核对 18 位统一社会信用代码（旧税号 15 或 20 位）')
  page.getByRole(...button('发票 不开发票'))
})

test('bought at once, it leaves the cart alone', async () => {
  const { shop, before, open, arriveAt } = await atCheckout({ cart: { 'blanket-grey': 1 } }, '?sku=mug-sand&quantity=2')
  const page = await open()
  await page.findByText('手工粗陶马克杯')
  expect(page.queryByText('美利奴羊毛盖毯')).toBeNull()
  await tap(await page.findByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ lines: [{ skuId: 'mug-sand', quantity: 2 }] }])
  expect((await before(({ cart }) => cart.get())).count).toBe(1)
})

test('with nothing to buy it leads to the cart and to the orders', async () => {
  const { open, arriveAt } = await atCheckout({})
  const page = await open()
  await page.findByText('没有要结算的商品')
  await tap(page.getByRole(...button('查看订单')))
  await arriveAt('/trade/orders/index')
})

test('a checkout that could not be had can be had by 重试', async () => {
  const { shop, open } = await atCheckout()
  shop.fail('quote', { code: 'internal' })
  const page = await open()
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole(...button('重试')))
  await page.findByText('手工粗陶马克杯')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en', cart: { 'mug-sand': 1 } })
  const page = await openPage(CHECKOUT)
  await page.findByText('Hand-thrown Stoneware Mug')
  page.getByRole(...button('Place order'))
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})

test('goods that are not sent to the address stand apart, and one tap takes them out before the rest is ordered', async () => {
  const { shop, phone, open, arriveAt } = await atCheckout({ cart: { 'mug-sand': 1, 'kettle-black': 1 } })
  shop.keepFrom('kettle', ['上海市'])
  const page = await open()
  await page.findByText('以下商品不配送至 上海市')
  page.getByText('不配送至该地址')
  expect(page.getAllByLabelText('¥140.00')).toHaveLength(2)
  await tap(page.getByRole(...button('提交订单')))
  await waitFor(() => expect(phone.toasts).toEqual(['请先移出不配送的商品，或更换地址']))
  expect(shop.requestsTo('placeOrder')).toEqual([])

  await tap(page.getByRole(...button('移出不配送商品')))
  await page.findByText('不配送的商品已留在购物车，请确认金额后提交')
  await waitFor(() => expect(page.queryByText('铸铁茶壶')).toBeNull())
  await waitFor(() => expect(page.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()[0]!.lines.map(({ skuId }) => skuId)).toEqual(['mug-sand'])
})

test('what delivery costs is explained under its line, and a fee that changed is shown before it is paid', async () => {
  const { shop, open } = await atCheckout()
  const page = await open()
  await page.findByText('满 ¥199 包邮，还差 ¥71')
  shop.setShipping({ charge: { by: 'weight', first: 1_000, firstFee: 15_00, further: 500, furtherFee: 4_00 } })
  await tap(await page.findByRole(...button('提交订单')))
  await page.findByText('价格、优惠或库存刚刚有变化，金额已更新，请确认后再提交')
  await page.findByText('首重 1 kg ¥15，续重每 500 g ¥4 · 满 ¥199 包邮，还差 ¥71')
  expect(page.getAllByLabelText('¥143.00')).toHaveLength(2)
  expect(shop.orders()).toEqual([])
})
