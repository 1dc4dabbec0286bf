import { failed, orderOf, shopWith, tap, waitFor } from './harness'

const PROFILE = '/pages/profile/index'
const button = (name: string | RegExp) => ['button', { name }] as const

test('who is not signed in is not signed in by looking', async () => {
  const { shop, phone, openPage } = await shopWith()
  const page = await openPage(PROFILE)
  await page.findByText('微信登录')
  page.getByText('登录后查看你的订单')
  page.getByRole(...button('线下门店'))
  expect(shop.requests).toEqual([])
  expect(phone.callsOf('login')).toEqual([])
  expect(phone.title).toBe('我的')
})

test('微信登录 signs in, and the orders are counted', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  const page = await openPage(PROFILE)
  await tap(await page.findByRole(...button('微信登录')))
  await page.findByText('微信用户')
  await page.findByRole(...button('待付款 1'))
  expect(shop.requestsTo('signIn')).toHaveLength(1)
})

test('a sign-in that WeChat or the shop refuses says so and can be tried again', async () => {
  const { shop, phone, openPage } = await shopWith()
  const login = phone.login
  phone.login = failed('system error')
  const page = await openPage(PROFILE)
  await tap(await page.findByRole(...button('微信登录')))
  await waitFor(() => expect(phone.toasts).toHaveLength(1))
  phone.login = login
  shop.fail('signIn', { code: 'sign_in_refused' })
  await tap(await page.findByRole(...button('微信登录')))
  await waitFor(() => expect(phone.toasts).toHaveLength(2))
  expect(phone.toasts[1]).toBe('微信登录没有成功，请重试')
  await tap(await page.findByRole(...button('微信登录')))
  await page.findByText('微信用户')
})

test.each([
  ['我的订单 全部', '/trade/orders/index', {}],
  ['待付款', '/trade/orders/index', { status: 'pending_payment' }],
  ['待收货', '/trade/orders/index', { status: 'shipped' }],
  ['线下门店', '/stores/list/index', {}],
  ['设置', '/account/settings/index', {}],
])('%s leads there', async (name, path, query) => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(PROFILE)
  await tap(await page.findByRole(...button(name)))
  expect((await arriveAt(path)).query).toEqual(query)
})

test('what one has put by is counted, and a guest is told what it is for', async () => {
  const { before, openPage, arriveAt } = await shopWith()
  await before((shopper) => shopper.favourites.add(['mug', 'tee']))
  await before((shopper) => shopper.wallet.take('welcome'))
  const page = await openPage(PROFILE)
  page.getByRole(...button('优惠券 去领券'))
  page.getByRole(...button('收藏 喜欢的都在这里'))
  await tap(page.getByRole(...button('微信登录')))
  await page.findByRole(...button('收藏 共 2 件'))
  await tap(await page.findByRole(...button('优惠券 1 张可用')))
  await arriveAt('/account/wallet/index')
})

test('counts that could not be had are left out, and nothing else is missing', async () => {
  const { shop, before, openPage } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.fail('countOrders', { code: 'internal', times: Number.POSITIVE_INFINITY })
  const page = await openPage(PROFILE)
  await tap(await page.findByRole(...button('微信登录')))
  await page.findByText('微信用户')
  await waitFor(() => expect(shop.requestsTo('countOrders').length).toBeGreaterThan(0))
  page.getByRole(...button('待付款'))
})

test('customer service is WeChat’s own button', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(PROFILE)
  const service = await page.findByRole(...button('联系客服'))
  expect(service.getAttribute('open-type')).toBe('contact')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const page = await openPage(PROFILE)
  await page.findByText('Sign in with WeChat')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
