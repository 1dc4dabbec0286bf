import Taro from '@tarojs/taro'
import { confirmReceiptInWechat } from './receipt'

const COMPONENT = 'wx1183b055aeec94d1'
const opening = jest.mocked(Taro.openBusinessView) as unknown as jest.Mock
const showing = jest.mocked(Taro.onAppShow) as unknown as jest.Mock

/** The shopper comes back to the app. */
const comeBack = (referrerInfo?: object) => showing.mock.calls.at(-1)![0]({ scene: 1038, referrerInfo })
const ended = (extraData?: object) => comeBack({ appId: COMPONENT, extraData })

test('the component is opened with WeChat’s number of the payment', async () => {
  const answer = confirmReceiptInWechat('4200001')
  ended({ status: 'success', errormsg: '', req_extradata: {} })
  expect(await answer).toEqual({ status: 'ok', value: undefined })
  expect(opening.mock.lastCall![0]).toMatchObject({
    businessType: 'weappOrderConfirm',
    extraData: { transaction_id: '4200001' },
  })
})

test.each([
  ['who leaves it has said nothing', { status: 'cancel' }, { status: 'cancelled' }],
  ['who swipes it away has said nothing', undefined, { status: 'cancelled' }],
  ['what it could not do has failed', { status: 'fail', errormsg: 'busy' }, { status: 'failed', message: 'busy' }],
])('%s', async (_, extraData, meant) => {
  const answer = confirmReceiptInWechat('4200001')
  ended(extraData)
  expect(await answer).toEqual(meant)
})

test('what another Mini Program says is not the component’s word', async () => {
  const answer = confirmReceiptInWechat('4200001')
  comeBack({ appId: 'wx-another', extraData: { status: 'success' } })
  expect(await answer).toEqual({ status: 'cancelled' })
})

test('what WeChat does not allow is denied, and what does not open has failed', async () => {
  opening.mockImplementationOnce(({ fail }) => fail({ errMsg: 'openBusinessView:fail auth deny' }))
  expect(await confirmReceiptInWechat('4200001')).toEqual({ status: 'denied' })
  opening.mockReturnValueOnce(Promise.reject({ errMsg: 'openBusinessView:fail no such business' }))
  expect(await confirmReceiptInWechat('4200001')).toMatchObject({ status: 'failed' })
  opening.mockImplementationOnce(() => {
    throw new TypeError('not a function')
  })
  expect(await confirmReceiptInWechat('4200001')).toMatchObject({ status: 'failed' })
})

test('it listens no longer once it is over', async () => {
  const answer = confirmReceiptInWechat('4200001')
  const listener = showing.mock.calls.at(-1)![0]
  ended({ status: 'cancel' })
  await answer
  expect(Taro.offAppShow).toHaveBeenLastCalledWith(listener)
})
