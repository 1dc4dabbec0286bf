import Taro from '@tarojs/taro'
import { isSinglePage, typeScale } from './system-info'

const told = (info: object) => (Taro.getAppBaseInfo as unknown as jest.Mock).mockReturnValueOnce(info)

test.each([
  ['the client says nothing of it', {}, 1],
  ['text is normal', { fontSizeSetting: 17, fontSizeScaleFactor: 1 }, 1],
  ['text is small: it stays normal', { fontSizeSetting: 15, fontSizeScaleFactor: 0.88 }, 1],
  ['text is large', { fontSizeSetting: 22, fontSizeScaleFactor: 1.294 }, 1.29],
  ['an older client has no factor', { fontSizeSetting: 20 }, 1.18],
  ['larger than a page is laid out for', { fontSizeScaleFactor: 2 }, 1.6],
])('%s', (_what, info, scale) => {
  told(info)
  expect(typeScale()).toBe(scale)
})

test('a client without the question has normal text', () => {
  jest.mocked(Taro.getAppBaseInfo).mockImplementationOnce(() => {
    throw new TypeError('not a function')
  })
  expect(typeScale()).toBe(1)
})

test('only a card opened in Moments is a single page', () => {
  expect(isSinglePage()).toBe(false)
  jest.mocked(Taro.getLaunchOptionsSync).mockReturnValueOnce({ scene: 1154 } as never)
  expect(isSinglePage()).toBe(true)
})
