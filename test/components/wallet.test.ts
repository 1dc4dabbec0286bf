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
  expect(sheet.getByRole('checkbox', { name: /^新客券 -¥12\.8 / }).getAttribute('aria-checked')).toBe('true')
  await tap(sheet.getByRole('checkbox', { name: '不使用优惠券' }))
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

describe('two that may be used together', () => {
  /** At checkout with a mug for ¥128, and three coupons: one used alone, two that may be combined. */
  async function withThree(limit = 5) {
    const visit = await shopWith({ cart: { 'mug-sand': 1 } })
    visit.shop.limitCoupons(limit)
    visit.phone.storage.set('address', home)
    for (const campaign of ['welcome', 'more', 'plus']) await visit.before(has(campaign))
    return { ...visit, page: await visit.openPage(CHECKOUT) }
  }

  test('are both used by themselves; the third says why it cannot join, and takes their place by 换用', async () => {
    const { shop, page, arriveAt, openPage } = await withThree()
    await tap(await page.findByRole(...button('优惠券 -¥26.40 已选最优 2 张')))
    const sheet = within(await page.findByRole('dialog'))
    sheet.getByText('已选 2 张，减 ¥26.4')
    sheet.getByText('不可与已选的优惠券同用')
    await tap(sheet.getByRole(...button('换用 新客券 -¥12.8')))
    await sheet.findByText('已选 1 张，减 ¥12.8')
    expect(sheet.getAllByText('不可与已选的优惠券同用')).toHaveLength(2)
    await tap(sheet.getByRole(...button('用推荐组合')))
    await sheet.findByText('已选 2 张，减 ¥26.4')
    await tap(sheet.getByRole('checkbox', { name: /^加购券 -¥20 推荐 .*可叠加/ }))
    await sheet.findByText('已选 1 张，减 ¥6.4')
    await tap(sheet.getByRole('checkbox', { name: /^加购券 -¥20 推荐/ }))
    await sheet.findByText('已选 2 张，减 ¥26.4')
    await tap(sheet.getByRole(...button('完成')))
    await tap(page.getByRole(...button('提交订单')))
    await arriveAt('/trade/result/index')
    const [order] = shop.orders()
    expect(order).toMatchObject({ coupons: [{ code: 'PLUS5' }, { code: 'MORE20' }], amounts: { discount: 26_40 } })
    const detail = await openPage(`/trade/order/index?id=${order!.id}`)
    await detail.findByText('优惠券 · 会员 95 折')
    detail.getByText('优惠券 · 满 100 减 20')
  })

  test('one of which ended before 提交订单: that is said, and the other still counts', async () => {
    const { shop, page } = await withThree()
    await page.findByRole(...button('优惠券 -¥26.40 已选最优 2 张'))
    shop.endCoupon('MORE20')
    await tap(page.getByRole(...button('提交订单')))
    await page.findByText('优惠券刚刚失效了，金额已更新，请确认后再提交')
    page.getByRole(...button('优惠券 -¥6.40 MORE20 这张优惠券已经过期'))
    expect(shop.orders()).toEqual([])
  })

  test('in a shop that takes one to an order: one excludes the other, and that is said', async () => {
    const { page } = await withThree(1)
    await tap(await page.findByRole(...button('优惠券 -¥20.00 已选最优：满 100 减 20')))
    const sheet = within(await page.findByRole('dialog'))
    sheet.getByText('每笔订单只能用一张优惠券')
    await tap(sheet.getByRole('radio', { name: /^新客券 -¥12\.8/ }))
    await page.findByRole(...button('优惠券 -¥12.80 新客九折'))
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  })

  test('say so in the centre and in the wallet, and those used alone say that', async () => {
    const { openPage } = await withThree()
    const centre = await openPage(CENTRE)
    await centre.findByRole(...button('领取 满 500 减 50'))
    expect([centre.getAllByText('可叠加').length, centre.getAllByText('不可叠加').length]).toEqual([2, 2])
    const wallet = await openPage(WALLET)
    await wallet.findByRole(...button('去使用 全场 95 折'))
    expect([wallet.getAllByText('可叠加').length, wallet.getAllByText('不可叠加').length]).toEqual([2, 1])
  })
})

test('on an English phone it is in English', async () => {
  const { before, openPage } = await shopWith({ language: 'en' })
  await before(has('welcome'))
  const wallet = await openPage(WALLET)
  await wallet.findByRole(...button('Use 10% off'))
  expect(wallet.text()).not.toMatch(/\p{Script=Han}/u)
})
