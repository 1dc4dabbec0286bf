import Taro from '@tarojs/taro'
import { setCartBadge } from './tab-bar'

beforeEach(() => jest.clearAllMocks())

test.each([
  [1, '1'],
  [99, '99'],
  [100, '99+'],
  [12_345, '99+'],
])('%d pieces are %s on the cart’s tab', (count, text) => {
  setCartBadge(count)
  expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 2, text })
})

test('an empty cart has no number', () => {
  setCartBadge(0)
  expect(Taro.setTabBarBadge).not.toHaveBeenCalled()
  expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 2 })
})
