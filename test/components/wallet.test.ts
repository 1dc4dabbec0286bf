import type { ApiClient } from '@xiaopu/api-client'
import { shopWith, tap, waitFor, within } from './harness'

const CENTRE = '/account/coupons/index'
const WALLET = '/account/wallet/index'
const CHECKOUT = '/trade/checkout/index'
const button = (name: string | RegExp) => ['button', { name }] as const
const has = (campaign: string) => (shopper: ApiClient) => shopper.wallet.take(campaign)
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

test('from 我的 to the centre, to an empty wallet, and back with a coupon', async () => {
  const { phone, openPage, arriveAt } = await shopWith()
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button('优惠券 去领券')))
  const first = await arriveAt(CENTRE)
  await tap(await first.findByRole(...button('我的优惠券')))
  const empty = await arriveAt(WALLET)
  expect(phone.title).toBe('我的优惠券')
  await empty.findByText('这里还没有优惠券')
  await tap(empty.getByRole(...button('领券中心')))
  const centre = await arriveAt(CENTRE)
  await centre.findByText('仅剩 20 张')
  await tap(centre.getByRole(...button('领取 满 500 减 50')))
  await centre.findByRole(...button('去使用 满 500 减 50'))
  centre.getByText('仅剩 19 张')
  await tap(centre.getByRole(...button('我的优惠券')))
  const wallet = await arriveAt(WALLET)
  await wallet.findByRole('tab', { name: '可用 1' })
  await wallet.findByRole(...button('去使用 满 500 减 50'))
})

test('one that was gone a moment earlier is said and cannot be tapped any more', async () => {
  const { shop, phone, openPage } = await shopWith()
  const centre = await openPage(CENTRE)
  await centre.findByRole(...button('领取 满 500 减 50'))
  shop.fail('takeCoupon', { code: 'coupon_gone' })
  await tap(centre.getByRole(...button('领取 满 500 减 50')))
  await centre.findByText('已领完')
  expect(phone.toasts).toEqual(['来晚了，这张券已经领完或不在领取时间'])
  expect(centre.queryByRole(...button(/满 500 减 50/))).toBeNull()
})

test('checkout uses the best by itself and says so; 不使用优惠券 is heard, and the reason of the other is told', async () => {
  const { shop, phone, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.storage.set('address', home)
  await before(has('welcome'))
  await before(has('big'))
  const page = await openPage(CHECKOUT)
  await tap(await page.findByRole(...button('优惠券 -¥12.80 已选最优：新客九折')))
  const sheet = within(await page.findByRole('dialog'))
  sheet.getByText('再买 ¥372 可用')
  expect(sheet.getByRole('radio', { name: /^新客券 -¥12\.8 / }).getAttribute('aria-checked')).toBe('true')
  await tap(sheet.getByRole('radio', { name: '不使用优惠券' }))
  await page.findByRole(...button('优惠券 1 张可用'))
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ coupon: null, amounts: { discount: 0 } }])
})

test('an order with it uses it up', async () => {
  const { shop, phone, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.storage.set('address', home)
  await before(has('welcome'))
  const page = await openPage(CHECKOUT)
  await page.findByRole(...button(/^优惠券 -¥12\.80/))
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ coupon: { code: 'FRESH10' } }])
  expect(await before((shopper) => shopper.wallet.list('used'))).toHaveLength(1)
})

test('on an English phone it is in English', async () => {
  const { before, openPage } = await shopWith({ language: 'en' })
  await before(has('welcome'))
  const wallet = await openPage(WALLET)
  await wallet.findByRole(...button('Use 10% off'))
  expect(wallet.text()).not.toMatch(/\p{Script=Han}/u)
})
