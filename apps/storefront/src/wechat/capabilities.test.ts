import Taro from '@tarojs/taro'
import { chooseAddress } from './address'
import { chooseInvoiceTitle } from './invoice-title'
import { whereAmI, whereAmIIfAllowed } from './location'
import { confirm } from './modal'
import { requestPayment } from './payment'
import { remember, remembered } from './storage'

const answer = (call: unknown, value: object) => (call as jest.Mock).mockResolvedValueOnce({ errMsg: 'x:ok', ...value })
const refuse = (call: unknown, errMsg: string) => (call as jest.Mock).mockRejectedValueOnce({ errMsg })

const address = {
  userName: '王小明',
  telNumber: '13800000000',
  provinceName: '上海市',
  cityName: '上海市',
  countyName: '徐汇区',
}

test('an address keeps the street apart from the rest', async () => {
  answer(Taro.chooseAddress, {
    ...address,
    streetName: '湖南路街道',
    detailInfo: '湖南路街道武康路 99 号',
    detailInfoNew: '武康路 99 号',
    nationalCode: '310104',
  })
  expect(await chooseAddress()).toMatchObject({
    status: 'ok',
    value: {
      recipient: '王小明',
      district: '徐汇区',
      street: '湖南路街道',
      detail: '武康路 99 号',
      postalCode: '',
      nationalCode: '310104',
    },
  })
})

test('an old client names no street', async () => {
  answer(Taro.chooseAddress, { ...address, detailInfo: '武康路 99 号' })
  expect(await chooseAddress()).toMatchObject({
    status: 'ok',
    value: { street: '', detail: '武康路 99 号', nationalCode: '' },
  })
})

test('a closed address book is a change of mind', async () => {
  refuse(Taro.chooseAddress, 'chooseAddress:fail cancel')
  expect(await chooseAddress()).toEqual({ status: 'cancelled' })
})

test.each([
  [0, 'company'],
  ['0', 'company'],
  [1, 'person'],
  ['1', 'person'],
])('an invoice title of type %p is for a %s', async (type, kind) => {
  answer(Taro.chooseInvoiceTitle, { type, title: '拾物贸易', taxNumber: '91310000' })
  expect(await chooseInvoiceTitle()).toMatchObject({ status: 'ok', value: { kind, title: '拾物贸易', bankName: '' } })
})

test('a closed payment sheet is a change of mind, a broken one has failed', async () => {
  const parameters = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' } as const
  refuse(Taro.requestPayment, 'requestPayment:fail cancel')
  expect(await requestPayment(parameters)).toEqual({ status: 'cancelled' })
  refuse(Taro.requestPayment, 'requestPayment:fail invalid sign')
  expect(await requestPayment(parameters)).toMatchObject({ status: 'failed' })
})

test('a refused location offers the settings; a known one is not asked for again within half a minute', async () => {
  refuse(Taro.getLocation, 'getLocation:fail auth deny')
  expect(await whereAmI(0)).toEqual({ status: 'denied' })
  const here = { status: 'ok', value: { latitude: 31.2304, longitude: 121.4737 } }
  jest.mocked(Taro.getLocation).mockClear()
  expect([await whereAmI(1_000), await whereAmI(30_000), await whereAmI(31_000)]).toEqual([here, here, here])
  expect(Taro.getLocation).toHaveBeenCalledTimes(2)
})

test.each([
  ['nothing was ever asked', {}],
  ['it was refused', { 'scope.userLocation': false }],
])('where %s, looking for the nearest store asks nothing', async (_, authSetting) => {
  answer(Taro.getSetting, { authSetting })
  jest.mocked(Taro.getLocation).mockClear()
  expect(await whereAmIIfAllowed(100_000)).toBeNull()
  expect(Taro.getLocation).not.toHaveBeenCalled()
})

test('where it was allowed before, the location is known without a question', async () => {
  answer(Taro.getSetting, { authSetting: { 'scope.userLocation': true } })
  expect(await whereAmIIfAllowed(200_000)).toEqual({ latitude: 31.2304, longitude: 121.4737 })
})

test('a question that could not be asked is answered no', async () => {
  refuse(Taro.showModal, 'showModal:fail')
  expect(await confirm({ title: '删除？', confirm: '删除', cancel: '取消' })).toBe(false)
})

test('a phone that is full forgets, and does not break', () => {
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('exceed storage max size')
  })
  expect(remember('history', 'x'.repeat(10))).toBe(false)
  expect(remembered('history')).toBeUndefined()
})
