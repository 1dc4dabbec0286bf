import Taro from '@tarojs/taro'
import { phone } from '../testing/taro'
import { back, open, tabParameters, useRouteParameters } from './navigation'
import { urlOf } from './routes'

beforeEach(() => jest.clearAllMocks())

test.each([
  [urlOf('product', { id: 'a' }), '/goods/product/index?id=a'],
  [urlOf('list', { q: '木 & 石', category: undefined }), '/goods/list/index?q=%E6%9C%A8%20%26%20%E7%9F%B3'],
  [urlOf('home'), '/pages/home/index'],
])('%s', (url, expected) => expect(url).toBe(expected))

test('an eleventh page takes the place of the tenth', async () => {
  jest.mocked(Taro.getCurrentPages).mockReturnValueOnce(Array.from({ length: 10 }, () => ({}) as never))
  await open('product', { id: 'a' })
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=a' })
})

test('what is left for a tab is collected once', async () => {
  await open('category', { id: 'plants' })
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/category/index' })
  expect([tabParameters('category'), tabParameters('category')]).toEqual([{ id: 'plants' }, undefined])
})

test('back from a page that was opened cold leads home', async () => {
  await back()
  expect(Taro.navigateBack).not.toHaveBeenCalled()
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test.each([
  ['a link', { id: 'mug' }, { id: 'mug' }],
  ['a mini program code', { scene: 'id%3Dmug%26from%3Dposter' }, { id: 'mug', from: 'poster' }],
  ['a code with nothing in it', { scene: '1089' }, {}],
  ['a mangled one', { scene: '%E0%A4%A', id: 'mug' }, { id: 'mug' }],
])('a page opened by %s knows what it is about', (_what, query, parameters) => {
  phone.openedWith(query as Record<string, string>)
  expect(useRouteParameters('product')).toEqual(parameters)
})
