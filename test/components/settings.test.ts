import { failed, ok, shopWith, tap, waitFor } from './harness'

const SETTINGS = '/account/settings/index'
const button = (name: string) => ['button', { name }] as const

test('another language is everywhere at once, and stays', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage(SETTINGS)
  await tap(await page.findByRole('radio', { name: 'English' }))
  await page.findByText('Language')
  await waitFor(() => expect(phone.title).toBe('Settings'))
  expect(phone.storage.get('locale')).toBe('en')
  await tap(page.getByRole('radio', { name: '简体中文' }))
  await page.findByText('语言')
})

test('the privacy guideline opens; where it does not, the page says so', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage(SETTINGS)
  await tap(await page.findByRole(...button('隐私保护指引')))
  await waitFor(() => expect(phone.callsOf('openPrivacyContract')).toHaveLength(1))
  phone.openPrivacyContract = failed()
  await tap(page.getByRole(...button('隐私保护指引')))
  await waitFor(() => expect(phone.toasts).toEqual(['没有打开，请稍后重试']))
})

test('who is not signed in cannot sign out', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(SETTINGS)
  await page.findByText('语言')
  expect(page.queryByRole(...button('退出登录'))).toBeNull()
})

test('退出登录 asks first, ends the session, and takes the cart’s number off its tab', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const cart = await openPage('/pages/cart/index')
  await cart.findByText('手工粗陶马克杯')
  await waitFor(() => expect(phone.badges.get(2)).toBe('1'))
  const page = await openPage(SETTINGS)
  phone.showModal = ok({ confirm: false, cancel: true })
  await tap(await page.findByRole(...button('退出登录')))
  await waitFor(() => expect(phone.callsOf('showModal')).toHaveLength(1))
  expect(shop.requestsTo('signOut')).toEqual([])
  phone.showModal = ok({ confirm: true, cancel: false })
  await tap(page.getByRole(...button('退出登录')))
  await waitFor(() => expect(shop.requestsTo('signOut')).toHaveLength(1))
  await waitFor(() => expect(phone.storage.has('session')).toBe(false))
  await openPage('/pages/home/index')
  await waitFor(() => expect(phone.badges.has(2)).toBe(false))
})
