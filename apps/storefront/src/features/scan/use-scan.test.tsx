import Taro from '@tarojs/taro'
import { waitFor } from '@testing-library/react'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useScan } from './use-scan'

const opened = openShop()
const scanCode = Taro.scanCode as unknown as jest.Mock
const no = { confirm: false, cancel: true, errMsg: 'showModal:ok' }
const scanned = (result: string, path = '') => scanCode.mockResolvedValueOnce({ result, path, errMsg: 'scanCode:ok' })

async function scan() {
  const { result } = renderHookInApp(useScan)
  await result.current()
}

test.each([
  ['its id', 'mug', '', 'mug'],
  ['the code of one of its SKUs, in whatever letters', 'tee-green-m', '', 'tee'],
  ['our mini program code', '', 'goods/product/index?id=kettle', 'kettle'],
])('a product is opened by %s', async (_, result, path, id) => {
  scanned(result, path)
  await scan()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/goods/product/index?id=${id}` })
})

test.each([
  ['only a part of a code', 'tee-green'],
  ['a code of another shop', '6901234567892'],
  ['a Wi-Fi code', 'WIFI:S:shop;T:WPA;P:secret;;'],
])('%s is none of ours: it says so and opens nothing', async (_, result) => {
  scanned(result)
  jest.mocked(Taro.showModal).mockResolvedValueOnce(no)
  await scan()
  expect(Taro.showModal).toHaveBeenCalledWith(
    expect.objectContaining({ title: '这不是本店商品的码', confirmText: '再扫一次' }),
  )
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('再扫一次 scans again', async () => {
  scanned('not-ours')
  scanned('mug')
  await scan()
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=mug' }))
  expect(scanCode).toHaveBeenCalledTimes(2)
})

test('who closes the scanner hears nothing', async () => {
  scanCode.mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' })
  await scan()
  expect([Taro.showModal, Taro.showToast].map((said) => jest.mocked(said).mock.calls)).toEqual([[], []])
  expect(opened.shop.requests).toEqual([])
})

test('a shop that cannot be asked is not taken for one that does not have it', async () => {
  opened.shop.fail('getProduct', { code: 'commerce_unavailable', times: 5 })
  scanned('mug')
  await scan()
  expect(Taro.showModal).not.toHaveBeenCalled()
  expect(Taro.showToast).toHaveBeenCalledTimes(1)
}, 10_000)
