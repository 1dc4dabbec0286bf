import Taro from '@tarojs/taro'
import { allowInSettings, locate, lookUpPosition, usePositionStore } from './position'

const point = { latitude: 31.2304, longitude: 121.4737 }
const refuse = (errMsg: string) => jest.mocked(Taro.getLocation).mockRejectedValueOnce({ errMsg })
const allowed = (yes: boolean | undefined) =>
  jest
    .mocked(Taro.getSetting as unknown as () => Promise<object>)
    .mockResolvedValueOnce({ authSetting: yes === undefined ? {} : { 'scope.userLocation': yes } })
const state = () => usePositionStore.getState()

// WeChat's last answer serves again for half a minute; no test may live off the one before.
let today = Date.parse('2026-11-22T00:00:00Z')
beforeEach(() => {
  usePositionStore.setState({ point: null, state: 'unknown' })
  today += 60_000
  jest.spyOn(Date, 'now').mockReturnValue(today)
})
afterEach(() => jest.restoreAllMocks())

test('a refused location is a refusal, and the settings can mend it', async () => {
  refuse('getLocation:fail auth deny')
  await locate()
  expect(state()).toEqual({ point: null, state: 'denied' })

  allowed(true)
  await allowInSettings()
  expect(state()).toEqual({ point, state: 'known' })
})

test('settings left as they were change nothing', async () => {
  usePositionStore.setState({ state: 'denied' })
  allowed(false)
  await allowInSettings()
  expect(state().state).toBe('denied')
})

test('a phone without a fix has failed, and may be asked again', async () => {
  refuse('getLocation:fail system error')
  await locate()
  expect(state().state).toBe('failed')
  await locate()
  expect(state()).toEqual({ point, state: 'known' })
})

test('a change of mind leaves things as they were', async () => {
  refuse('getLocation:fail cancel')
  await locate()
  expect(state().state).toBe('unknown')
})

test('a second tap while it is looking asks nothing more', async () => {
  jest.mocked(Taro.getLocation).mockClear()
  await Promise.all([locate(), locate()])
  expect(Taro.getLocation).toHaveBeenCalledTimes(1)
})

test('looking on one’s own asks nobody', async () => {
  jest.mocked(Taro.getLocation).mockClear()
  allowed(undefined)
  await lookUpPosition()
  expect(Taro.getLocation).not.toHaveBeenCalled()
  expect(state().state).toBe('unknown')
})
