import Taro from '@tarojs/taro'

const firstLocaleWith = (chosen: unknown, language: string) => {
  jest.mocked(Taro.getStorageSync).mockReturnValue(chosen)
  jest.mocked(Taro.getAppBaseInfo).mockReturnValue({ language } as ReturnType<typeof Taro.getAppBaseInfo>)
  let locale = ''
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
    locale = require('./locale').useLocaleStore.getState().locale
  })
  return locale
}

test.each([
  ['', 'zh_CN', 'zh-CN'],
  ['', 'zh_TW', 'zh-CN'],
  ['', 'en', 'en'],
  ['', 'ja', 'en'],
  ['en', 'zh_CN', 'en'],
  ['zh-CN', 'en', 'zh-CN'],
  ['klingon', 'en', 'en'],
])('with %p chosen before, a phone in %s starts in %s', (chosen, language, locale) => {
  expect(firstLocaleWith(chosen, language)).toBe(locale)
})
