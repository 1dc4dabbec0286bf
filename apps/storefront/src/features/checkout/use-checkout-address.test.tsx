import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { QuoteRequest } from '@xiaopu/contract'
import { api } from '../../api/client'
import { queryClient } from '../../api/query-client'
import { renderHookInApp } from '../../testing/open-shop'
import { forget, remember } from '../../wechat'
import { rereadAddresses } from '../addresses/address-keys'
import { address, fromCart, openCheckout } from './testing/open-checkout'
import { useCheckout } from './use-checkout'

const { opened, checkoutOf, asked, placed } = openCheckout()

describe('the address', () => {
  const wechat = () => jest.mocked(Taro.chooseAddress as jest.Mock)
  const inBook = (name: string, isDefault = false) => api.addresses.save({ ...address, name, isDefault })
  const fromWechat = {
    errMsg: 'chooseAddress:ok',
    userName: '李四',
    telNumber: '13900139000',
    provinceName: '上海市',
    cityName: '上海市',
    countyName: '徐汇区',
    detailInfo: '武康路 99 号',
  }
  const quoted = () => opened.shop.requestsTo('quote').map(({ body }) => (body as QuoteRequest).address?.name)

  test('is the default of the book, not that of last time, and nothing can be ordered before it is known', async () => {
    await inBook('王五')
    await inBook('赵六', true)
    const release = opened.shop.hold('listAddresses')
    await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
    const { result: checkout } = renderHookInApp(() => useCheckout(fromCart))
    await waitFor(() => expect(quoted()).toEqual(['张三']))
    expect(checkout.current).toMatchObject({ settling: true, quote: undefined })
    act(() => checkout.current.submit())
    release()
    await waitFor(() => expect(checkout.current.address?.name).toBe('赵六'))
    await waitFor(() => expect(checkout.current.old).toBe(false))
    expect([quoted().at(-1), placed()]).toEqual(['赵六', []])
    expect(checkout.current.address).not.toHaveProperty('id')
  })

  test('is that of last time for who has no book, or whose book does not answer', async () => {
    opened.shop.fail('listAddresses', { code: 'internal', times: 9 })
    const checkout = await checkoutOf('mug-sand')
    expect(checkout.current.address).toEqual(address)
  })

  test('that is there leads to the book on a tap; another default of the book does not change it', async () => {
    const { id } = await inBook('王五')
    const checkout = await checkoutOf('mug-sand')
    act(() => checkout.current.chooseAddress())
    expect(jest.mocked(Taro.navigateTo)).toHaveBeenCalledWith({ url: '/account/addresses/index?pick=checkout' })
    await inBook('赵六', true)
    await act(() => rereadAddresses(queryClient))
    expect(checkout.current.address?.name).toBe('王五')
    // Changed in the book, it is changed here; taken out of it, the default takes its place.
    await api.addresses.change(id, { ...address, name: '王五五', isDefault: false })
    await act(() => rereadAddresses(queryClient))
    await waitFor(() => expect(checkout.current.address?.name).toBe('王五五'))
    await api.addresses.remove(id)
    await act(() => rereadAddresses(queryClient))
    await waitFor(() => expect(checkout.current.address?.name).toBe('赵六'))
  })

  test('is taken from WeChat in one tap where there is none, and is in the book then', async () => {
    forget('address')
    const checkout = await checkoutOf('mug-sand')
    expect(checkout.current.address).toBeNull()
    wechat().mockResolvedValueOnce(fromWechat)
    await act(async () => checkout.current.chooseAddress())
    await waitFor(async () => expect(await api.addresses.list()).toMatchObject([{ name: '李四', isDefault: true }]))
    expect(checkout.current.address?.name).toBe('李四')
  })

  test('that the book does not take is used all the same, and it is said', async () => {
    forget('address')
    const checkout = await checkoutOf('mug-sand')
    opened.shop.fail('saveAddress', { code: 'address_book_full' })
    wechat().mockResolvedValueOnce(fromWechat)
    await act(async () => checkout.current.chooseAddress())
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: '这次会送到这里，但没能存进收货地址' }),
      ),
    )
    await waitFor(() => expect(checkout.current.old).toBe(false))
    expect(quoted().at(-1)).toBe('李四')
  })

  test('is not there yet after a closed address book of WeChat', async () => {
    forget('address')
    const checkout = await checkoutOf('mug-sand')
    wechat().mockRejectedValueOnce({ errMsg: 'chooseAddress:fail cancel' })
    await act(async () => checkout.current.chooseAddress())
    expect([checkout.current.address, asked()]).toEqual([null, []])
  })

  test('whose permission was refused offers the settings', async () => {
    forget('address')
    const checkout = await checkoutOf('mug-sand')
    wechat().mockRejectedValueOnce({ errMsg: 'chooseAddress:fail auth deny' })
    await act(async () => checkout.current.chooseAddress())
    await waitFor(() => expect(Taro.openSetting).toHaveBeenCalled())
    expect(asked()).toEqual(['没有使用地址的权限'])
  })

  test('where the shop does not deliver, the address says so and nothing is sent', async () => {
    remember('address', { ...address, province: '西藏自治区' })
    const checkout = await checkoutOf('mug-sand')
    expect(checkout.current.undeliverable).toBe(true)
    act(() => checkout.current.submit())
    expect(placed()).toEqual([])
  })
})
