import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { sendTo, useChosenAddress } from '../../features/addresses/chosen-address'
import { address as home } from '../../testing/address'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import { remembered } from '../../wechat'
import AddressesPage from './index'

const opened = openShop()
const fromWechat = {
  errMsg: 'chooseAddress:ok',
  userName: '李四',
  telNumber: '13900139000',
  provinceName: '上海市',
  cityName: '上海市',
  countyName: '徐汇区',
  detailInfo: '武康路 99 号',
}
const kept = (name: string, isDefault = false) => api.addresses.save({ ...home, name, isDefault })
function open(parameters: Record<string, string> = {}) {
  phone.openedWith(parameters)
  return renderInApp(<AddressesPage />)
}
const tap = async (name: string | RegExp) => {
  const found = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(found))
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const names = () =>
  screen.getAllByRole('button', { name: /科技园/ }).map((card) => card.getAttribute('aria-label')?.split(' ')[0])
const wechat = () => jest.mocked(Taro.chooseAddress as jest.Mock)
const wentTo = () => jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)

test('a book that could not be had can be had by 重试', async () => {
  await kept('张三')
  opened.shop.fail('listAddresses', { code: 'internal' })
  open()
  await screen.findByText('服务出了点问题，请稍后重试')
  await tap('重试')
  await screen.findByText('张三')
})

test('an empty book leads to WeChat’s and to a new one', async () => {
  open()
  await screen.findByText('还没有收货地址')
  await tap('新建地址')
  expect(wentTo()).toEqual(['/account/address/index'])
  wechat().mockResolvedValueOnce(fromWechat)
  await tap('从微信导入')
  await screen.findByText('李四')
  expect(toasts()).toEqual(['已存入收货地址'])
  expect(opened.shop.requestsTo('saveAddress').at(-1)?.body).toMatchObject({ name: '李四', fromWechat: true })
})

test('the default is first, another is made the default by a tap', async () => {
  await kept('张三', true)
  await kept('李四')
  open()
  await screen.findByText('张三')
  expect(names()).toEqual(['张三', '李四'])
  expect(screen.queryByRole('button', { name: '设为默认 张三' })).toBeNull()
  await tap('设为默认 李四')
  await waitFor(() => expect(names()).toEqual(['李四', '张三']))
  expect(await api.addresses.list()).toMatchObject([
    { name: '李四', isDefault: true },
    { name: '张三', isDefault: false },
  ])
})

test('a tap on one, as on 编辑, opens it to be changed', async () => {
  const { id } = await kept('张三')
  open()
  await tap(/科技园/)
  await tap('编辑 张三')
  expect(wentTo()).toEqual([`/account/address/index?id=${id}`, `/account/address/index?id=${id}`])
})

describe('删除', () => {
  test('asks, and a no leaves it', async () => {
    await kept('张三')
    open()
    jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
    await tap('删除 张三')
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ title: '删除这个地址？', content: '张三 广东省 深圳市 南山区 科技园 1 号' }),
    )
    expect(opened.shop.requestsTo('removeAddress')).toEqual([])
  })

  test('takes it off the phone, too', async () => {
    const saved = await kept('张三')
    sendTo({ id: saved.id, address: { ...home } })
    open()
    await tap('删除 张三')
    await screen.findByText('还没有收货地址')
    expect(remembered('address')).toBeUndefined()
  })

  test('of one that is gone already takes it off the page', async () => {
    const { id } = await kept('张三')
    open()
    await screen.findByText('张三')
    await api.addresses.remove(id)
    await tap('删除 张三')
    await screen.findByText('还没有收货地址')
    expect(toasts()).toEqual([])
  })

  test('that failed says so, and it stays', async () => {
    await kept('张三')
    open()
    opened.shop.fail('removeAddress', { code: 'internal', times: 9 })
    await tap('删除 张三')
    await waitFor(() => expect(toasts()).toEqual(['服务出了点问题，请稍后重试']))
    screen.getByText('张三')
  })
})

test('thirty are enough: it says so, and neither way leads to another', async () => {
  for (let count = 1; count <= 30; count++) await kept(`第${count}个`)
  open()
  await screen.findByText('地址已存满 30 个，请先删除不用的')
  await tap('新建地址')
  await tap('从微信导入')
  expect(toasts()).toEqual(Array(2).fill('地址已存满 30 个，请先删除不用的'))
  expect([wentTo(), wechat().mock.calls]).toEqual([[], []])
})

test.each([
  ['a closed address book of WeChat says nothing', 'chooseAddress:fail cancel', []],
  ['one that did not open says so', 'chooseAddress:fail', ['没有打开微信地址簿，请重试']],
])('%s', async (_what, errMsg, told) => {
  open()
  wechat().mockRejectedValueOnce({ errMsg })
  await tap('从微信导入')
  expect(toasts()).toEqual(told)
})

test('a refused permission offers the settings', async () => {
  open()
  wechat().mockRejectedValueOnce({ errMsg: 'chooseAddress:fail auth deny' })
  await tap('从微信导入')
  await waitFor(() => expect(Taro.openSetting).toHaveBeenCalled())
})

test('an import that the gateway did not take says so', async () => {
  open()
  opened.shop.fail('saveAddress', { code: 'internal', times: 9 })
  wechat().mockResolvedValueOnce(fromWechat)
  await tap('从微信导入')
  await waitFor(() => expect(toasts()).toEqual(['服务出了点问题，请稍后重试']))
})

describe('for the checkout', () => {
  beforeEach(() =>
    jest
      .mocked(Taro.getCurrentPages)
      .mockReturnValue(['trade/checkout/index', 'account/addresses/index'].map((route) => ({ route }) as never)),
  )
  afterEach(() => void jest.mocked(Taro.getCurrentPages).mockReturnValue([{} as never]))

  test('a tap chooses, the chosen one is marked, and checkout is back', async () => {
    await kept('张三', true)
    const li = await kept('李四')
    sendTo({ id: li.id, address: { ...home, name: '李四' } })
    open({ pick: 'checkout' })
    await screen.findByRole('button', { name: /^李四 .*已选$/ })
    await tap(/^张三 .*默认$/)
    expect(Taro.navigateBack).toHaveBeenCalledWith({ delta: 1 })
    expect(useChosenAddress.getState().chosen).toMatchObject({ address: { name: '张三' } })
    expect(useChosenAddress.getState().chosen?.address).not.toHaveProperty('isDefault')
  })

  test('one of WeChat’s is chosen, and in the book then', async () => {
    await kept('张三')
    open({ pick: 'checkout' })
    wechat().mockResolvedValueOnce(fromWechat)
    await tap('从微信导入')
    expect(Taro.navigateBack).toHaveBeenCalledWith({ delta: 1 })
    await waitFor(() => expect(useChosenAddress.getState().chosen?.id).toBe('address-2'))
  })

  test('编辑 and 新建 know that they are for it', async () => {
    const { id } = await kept('张三')
    open({ pick: 'checkout' })
    await tap('编辑 张三')
    await tap('新建地址')
    expect(wentTo()).toEqual([`/account/address/index?id=${id}&pick=checkout`, '/account/address/index?pick=checkout'])
  })
})
