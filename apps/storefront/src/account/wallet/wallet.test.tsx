import Taro from '@tarojs/taro'
import { act, fireEvent, screen, within } from '@testing-library/react'
import type { WalletCoupon, WalletState } from '@xiaopu/contract'
import { api } from '../../api/client'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import WalletPage from './index'

const opened = openShop()
afterEach(() => {
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const tap = async (name: string | RegExp, role = 'button') => {
  const found = await screen.findByRole(role, { name })
  await act(async () => void fireEvent.click(found))
}
const wentTo = () => jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)
const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000 - 60_000).toISOString()
const coupon = (given: Partial<WalletCoupon> = {}): WalletCoupon => ({
  ...{ id: 'c1', campaignId: 'welcome', code: 'FRESH10', name: '新客券', benefit: '满 99 减 20', note: '' },
  ...{ takenAt: days(-1), expiresAt: days(30), state: 'usable', tillCode: null, stackable: false },
  ...given,
})
const has = (lists: Partial<Record<WalletState, WalletCoupon[]>>) =>
  jest.spyOn(api.wallet, 'list').mockImplementation(async (state) => lists[state] ?? [])

test('a wallet that could not be had can be had by 重试', async () => {
  await api.wallet.take('welcome')
  opened.shop.fail('listWallet', { code: 'internal', times: 12 })
  renderInApp(<WalletPage />)
  await button('重试')
  opened.shop.mend()
  await tap('重试')
  expect(await screen.findByText('全场九折')).toBeTruthy()
})

test('an empty wallet leads to the centre, from every tab', async () => {
  renderInApp(<WalletPage />)
  await screen.findByText('这里还没有优惠券')
  await tap('领券中心')
  await tap('已用', 'tab')
  await screen.findByText('这里还没有优惠券')
  await tap('领券中心')
  expect(wentTo()).toEqual(Array(2).fill('/account/coupons/index'))
})

test('what was just taken is to be used, and counted on its tab', async () => {
  await api.wallet.take('welcome')
  renderInApp(<WalletPage />)
  expect(await screen.findByRole('tab', { name: '可用 1' })).toBeTruthy()
  expect(screen.getByText(/^有效期至 \d{4}-\d\d-\d\d \d\d:\d\d$/)).toBeTruthy()
  await tap('去使用 全场九折')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/category/index' })
})

test('three days before its end the days are counted, not earlier', async () => {
  has({
    usable: [
      coupon({ expiresAt: days(3) }),
      coupon({ id: 'c2', expiresAt: days(4) }),
      coupon({ id: 'c3', expiresAt: null }),
    ],
  })
  renderInApp(<WalletPage />)
  expect(await screen.findByText('还剩 3 天')).toBeTruthy()
  expect(screen.getAllByText(/^还剩/)).toHaveLength(1)
  expect(screen.getByText('长期有效')).toBeTruthy()
})

test('what is used or over can be seen, and not be used', async () => {
  has({ used: [coupon({ state: 'used' })], expired: [coupon({ id: 'c2', state: 'expired', expiresAt: days(-2) })] })
  renderInApp(<WalletPage />)
  await tap('已用 1', 'tab')
  expect(await screen.findByText('满 99 减 20')).toBeTruthy()
  await tap('过期 1', 'tab')
  expect(screen.queryByRole('button', { name: /去使用|到店使用/ })).toBeNull()
})

test('at the till of a shop it is a QR code, and digits in fours', async () => {
  has({ usable: [coupon({ tillCode: '123456789012' }), coupon({ id: 'c2', benefit: '九折' })] })
  renderInApp(<WalletPage />)
  await button('去使用 九折')
  expect(screen.queryByRole('button', { name: '到店使用 九折' })).toBeNull()
  await tap('到店使用 满 99 减 20')
  const sheet = within(await screen.findByRole('dialog', { name: '到店使用' }))
  expect(document.querySelector('.till-sheet__qr')).not.toBeNull()
  expect(sheet.getByText('1234 5678 9012')).toBeTruthy()
})

test('on an English phone it is in English', async () => {
  act(() => setLocale('en'))
  has({ usable: [coupon({ expiresAt: days(1) })] })
  renderInApp(<WalletPage />)
  expect(await screen.findByText('1 day left')).toBeTruthy()
  expect(screen.getByRole('tab', { name: 'To use 1' })).toBeTruthy()
})
