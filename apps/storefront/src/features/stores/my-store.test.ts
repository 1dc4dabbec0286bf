import { remembered } from '../../wechat'
import { callMine, useMyStore } from './my-store'

test('my store is known to every page at once, and to this phone the next time', () => {
  callMine('shanghai-wukang')
  expect([useMyStore.getState().id, remembered('my-store')]).toEqual(['shanghai-wukang', 'shanghai-wukang'])
  callMine(null)
  expect([useMyStore.getState().id, remembered('my-store')]).toEqual([null, undefined])
})
