import Taro from '@tarojs/taro'
import { waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { onSignIn } from '../../api/session'
import { openShop } from '../../testing/open-shop'
import { remember, remembered } from '../../wechat'
import { agreeOnMyStore, callMine, dropIfGone, forgetMine, useMyStore } from './my-store'

const opened = openShop()
beforeEach(forgetMine)
const [WUKANG, MIXC] = [
  { id: 'shanghai-wukang', name: '上海武康路店' },
  { id: 'shenzhen-mixc', name: '深圳万象天地店' },
]
const mine = () => useMyStore.getState().id
const told = () => opened.shop.requestsTo('chooseMyStore').map(({ body }) => (body as { storeId: string }).storeId)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

test('a guest’s store is known to every page at once and to this phone the next time, and nobody is signed in for it', async () => {
  callMine(WUKANG)
  await agreeOnMyStore()
  expect([mine(), remembered('my-store')]).toMatchObject([WUKANG.id, WUKANG])
  callMine(null)
  expect(mine()).toBeNull()
  expect(opened.shop.requests).toEqual([])
})

test('what a guest has chosen is the shopper’s from the sign-in on', async () => {
  const stop = onSignIn(() => void agreeOnMyStore())
  callMine(WUKANG)
  await api.me.get()
  await waitFor(() => expect(told()).toEqual([WUKANG.id]))
  stop()
  expect(await api.stores.mine()).toMatchObject({ storeId: WUKANG.id, gone: null })
})

test('chosen later on another phone: that one counts', async () => {
  callMine(WUKANG)
  await api.me.get()
  opened.shop.callsTheirs('shopper-1', MIXC.id, MIXC.name, ago(-60_000))
  await agreeOnMyStore()
  expect([mine(), toasts()]).toEqual([MIXC.id, []])
})

test('chosen earlier on another phone: this one counts', async () => {
  await api.me.get()
  opened.shop.callsTheirs('shopper-1', MIXC.id, MIXC.name, ago(60_000))
  callMine(WUKANG)
  await agreeOnMyStore()
  expect([mine(), (await api.stores.mine()).storeId]).toEqual([WUKANG.id, WUKANG.id])
})

test('a new phone hears of it', async () => {
  await api.me.get()
  opened.shop.callsTheirs('shopper-1', MIXC.id, MIXC.name, ago(60_000))
  await agreeOnMyStore()
  expect([mine(), told()]).toEqual([MIXC.id, []])
})

test('two taps in a row: the last one is what the gateway ends up with', async () => {
  await api.me.get()
  callMine(WUKANG)
  callMine(MIXC)
  await waitFor(() => expect(told().at(-1)).toBe(MIXC.id))
  await agreeOnMyStore()
  expect([mine(), (await api.stores.mine()).storeId]).toEqual([MIXC.id, MIXC.id])
})

test('closed while it was theirs: dropped with a sentence, once', async () => {
  await api.me.get()
  opened.shop.callsTheirs('shopper-1', 'closed-store', '北外滩店', ago(1_000))
  await agreeOnMyStore()
  await waitFor(() => expect(told()).toEqual([null]))
  await agreeOnMyStore()
  expect(mine()).toBeNull()
  expect(toasts()).toEqual(['北外滩店已不再营业，可以重新选一家门店'])
})

test('a gateway that goes on about a closed store is not answered for ever', async () => {
  await api.me.get()
  opened.shop.callsTheirs('shopper-1', 'closed-store', '北外滩店', ago(-3_600_000))
  await agreeOnMyStore()
  await waitFor(() => expect(told()).toEqual([null]))
  await agreeOnMyStore()
  expect([mine(), told()]).toEqual([null, [null]])
})

test('a guest’s store that is not on the list any more is dropped with a sentence', () => {
  callMine({ id: 'closed-store', name: '北外滩店' })
  dropIfGone([])
  dropIfGone([])
  expect([mine(), toasts()]).toEqual([null, ['北外滩店已不再营业，可以重新选一家门店']])
})

test('chosen as a guest, and closed before the sign-in: dropped then', async () => {
  callMine({ id: 'closed-store', name: '北外滩店' })
  await api.me.get()
  await agreeOnMyStore()
  await waitFor(() => expect(told()).toEqual(['closed-store', null]))
  expect([mine(), toasts()]).toEqual([null, ['北外滩店已不再营业，可以重新选一家门店']])
})

test('without an answer what is here stays, and is told the next time', async () => {
  await api.me.get()
  opened.shop.fail('chooseMyStore', { network: true, times: 9 })
  callMine(WUKANG)
  await agreeOnMyStore()
  expect([mine(), toasts()]).toEqual([WUKANG.id, []])
  opened.shop.mend()
  await agreeOnMyStore()
  expect((await api.stores.mine()).storeId).toBe(WUKANG.id)
})

test('leaving forgets it on this phone, and says nothing to the gateway', async () => {
  callMine(WUKANG)
  forgetMine()
  remember('other', 1)
  expect([mine(), remembered('my-store'), told()]).toEqual([null, undefined, []])
})
