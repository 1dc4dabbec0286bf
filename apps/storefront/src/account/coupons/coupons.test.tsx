import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import CouponsPage from './index'

const opened = openShop()
afterEach(() => {
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const tap = async (name: string | RegExp) => {
  const found = await button(name)
  await act(async () => void fireEvent.click(found))
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const WELCOME = '全场九折'
const BIG = '满 500 减 50'

test('coupons that could not be had can be had by 重试', async () => {
  opened.shop.fail('listCampaigns', { code: 'internal', times: 2 })
  renderInApp(<CouponsPage />)
  await tap('重试')
  await tap('重试')
  expect(await screen.findByText(WELCOME)).toBeTruthy()
})

test('none to take is no dead end', async () => {
  jest.spyOn(api.wallet, 'campaigns').mockResolvedValue([])
  renderInApp(<CouponsPage />)
  await screen.findByText('这里还没有优惠券')
  await tap('我的优惠券')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/account/wallet/index' })
})

test('looking signs nobody in; the tap does', async () => {
  renderInApp(<CouponsPage />)
  await screen.findByText(WELCOME)
  expect(Taro.login).not.toHaveBeenCalled()
  await tap(`领取 ${WELCOME}`)
  expect(await button(`去使用 ${WELCOME}`)).toBeTruthy()
  expect(Taro.login).toHaveBeenCalledTimes(1)
  expect(toasts()).toEqual(['已领取'])
})

test('a tap shows at once, twice is once, and what is taken leads to the goods', async () => {
  renderInApp(<CouponsPage />)
  const take = await button(`领取 ${BIG}`)
  expect(screen.getByText('仅剩 20 张')).toBeTruthy()
  const release = opened.shop.hold('takeCoupon')
  fireEvent.click(take)
  fireEvent.click(take)
  expect(await screen.findByText('已领取')).toBeTruthy()
  release()
  await tap(`去使用 ${BIG}`)
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/category/index' })
  expect(toasts()).toEqual(['已领取'])
  expect(await screen.findByText('仅剩 19 张')).toBeTruthy()
})

test('one that was gone a moment earlier says so and is grey; the others can be taken', async () => {
  renderInApp(<CouponsPage />)
  await button(`领取 ${BIG}`)
  opened.shop.fail('takeCoupon', { code: 'coupon_gone' })
  await tap(`领取 ${BIG}`)
  expect(await screen.findByText('已领完')).toBeTruthy()
  expect(toasts()).toEqual(['来晚了，这张券已经领完或不在领取时间'])
  expect(screen.queryByRole('button', { name: new RegExp(BIG) })).toBeNull()
  await tap(`领取 ${WELCOME}`)
  expect(await button(`去使用 ${WELCOME}`)).toBeTruthy()
})

test('one that was taken on another phone is the shopper’s, and is said', async () => {
  renderInApp(<CouponsPage />)
  await button(`领取 ${WELCOME}`)
  await api.wallet.take('welcome')
  await tap(`领取 ${WELCOME}`)
  expect(await button(`去使用 ${WELCOME}`)).toBeTruthy()
  expect(toasts()).toEqual(['已经领过了，去“我的优惠券”看看'])
})

test('a shop that does not answer leaves it to be taken again', async () => {
  renderInApp(<CouponsPage />)
  await button(`领取 ${WELCOME}`)
  opened.shop.fail('takeCoupon', { code: 'internal', times: 9 })
  await tap(`领取 ${WELCOME}`)
  await waitFor(() => expect(toasts()).toEqual(['服务出了点问题，请稍后重试']))
  expect(await button(`领取 ${WELCOME}`)).toBeTruthy()
})

test('who comes back sees what is theirs, without a tap', async () => {
  await api.wallet.take('welcome')
  renderInApp(<CouponsPage />)
  expect(await button(`去使用 ${WELCOME}`)).toBeTruthy()
  expect(await button(`领取 ${BIG}`)).toBeTruthy()
})

test('one that was used up to what is allowed is over for this shopper', async () => {
  const taken = await api.wallet.take('welcome')
  jest
    .spyOn(api.wallet, 'list')
    .mockImplementation(async (state) => (state === 'used' ? [{ ...taken, state: 'used' }] : []))
  renderInApp(<CouponsPage />)
  expect(await screen.findByText('已领取')).toBeTruthy()
  expect(screen.queryByRole('button', { name: new RegExp(WELCOME) })).toBeNull()
})

test('on an English phone it is in English', async () => {
  act(() => setLocale('en'))
  renderInApp(<CouponsPage />)
  await tap('Take 10% off')
  expect(await button('Use 10% off')).toBeTruthy()
})
