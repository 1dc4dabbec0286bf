import Taro from '@tarojs/taro'
import { wantBrightScreen } from './screen'

let phone: { brightness: number; keepsOn: boolean }
const told = () => jest.mocked(Taro.setScreenBrightness).mock.calls.map(([options]) => options?.value)

beforeEach(() => {
  phone = { brightness: 0.4, keepsOn: false }
  const set = { errMsg: 'ok' }
  Object.assign(Taro, {
    getScreenBrightness: jest.fn(async () => ({ value: phone.brightness })),
    setScreenBrightness: jest.fn(async ({ value }: { value: number }) => {
      phone.brightness = value
      return set
    }),
    setKeepScreenOn: jest.fn(async ({ keepScreenOn }: { keepScreenOn: boolean }) => {
      phone.keepsOn = keepScreenOn
      return set
    }),
  })
})
afterEach(() => wantBrightScreen(false))

test('bright and on while a code is shown, and as it was afterwards', async () => {
  await wantBrightScreen(true)
  expect(phone).toEqual({ brightness: 1, keepsOn: true })
  await wantBrightScreen(false)
  expect(phone).toEqual({ brightness: 0.4, keepsOn: false })
})

test('shown twice is bright once, and what it was before is not forgotten', async () => {
  await Promise.all([wantBrightScreen(true), wantBrightScreen(true)])
  await wantBrightScreen(false)
  await wantBrightScreen(false)
  expect(told()).toEqual([1, 0.4])
})

test('a page that is left while the screen is being turned up leaves it as it was', async () => {
  void wantBrightScreen(true)
  await wantBrightScreen(false)
  expect(phone).toEqual({ brightness: 0.4, keepsOn: false })
})

test('a phone that does not say how bright it is is left alone', async () => {
  jest.mocked(Taro.getScreenBrightness).mockRejectedValueOnce({ errMsg: 'getScreenBrightness:fail not supported' })
  await wantBrightScreen(true)
  expect([told(), phone.keepsOn]).toEqual([[], false])
})

test('put back at the second try, where the first one failed', async () => {
  await wantBrightScreen(true)
  jest.mocked(Taro.setScreenBrightness).mockRejectedValueOnce({ errMsg: 'setScreenBrightness:fail' })
  await wantBrightScreen(false)
  expect(phone.brightness).toBe(0.4)
})
