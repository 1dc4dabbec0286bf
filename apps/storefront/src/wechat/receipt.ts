import Taro from '@tarojs/taro'
import { type Answer, refusalOf } from './answer'

/** What of `App.onShow` says who it was that the shopper came back from. */
interface Return {
  referrerInfo?: { appId?: string; extraData?: { status?: string; errormsg?: string } }
}

/** WeChat's own Mini Program that the component is. */
const COMPONENT = 'wx1183b055aeec94d1'

/** WeChat is recent enough to have the component (base library 2.6.0). */
export const canConfirmReceipt = () => typeof Taro.openBusinessView === 'function'

/**
 * Opens WeChat's component for 确认收货 (`weappOrderConfirm`). It is another Mini Program in front of ours: opening it succeeds at once, and
 * how it ended comes with the app's next onShow. Whatever it says, ask the gateway afterwards.
 */
export function confirmReceiptInWechat(transactionId: string): Promise<Answer<void>> {
  return new Promise((resolve) => {
    const settle = (answer: Answer<void>) => {
      Taro.offAppShow(onShow)
      resolve(answer)
    }
    // Coming back at all means that it is closed; who swiped it away said nothing.
    const onShow = (back: Return) => settle(outcomeOf(back))
    const fail = (error: unknown) => settle(refusalOf(error))
    Taro.onAppShow(onShow as Parameters<typeof Taro.onAppShow>[0])
    // Typed for WeChat Pay's score alone; and whether it gives a promise depends on the client.
    const options = { businessType: 'weappOrderConfirm', extraData: { transaction_id: transactionId }, fail }
    try {
      const open = Taro.openBusinessView as unknown as (asked: object) => Promise<unknown> | undefined
      open(options)?.catch(fail)
    } catch (error) {
      fail(error)
    }
  })
}

function outcomeOf({ referrerInfo }: Return): Answer<void> {
  const said = referrerInfo?.appId === COMPONENT ? referrerInfo.extraData : undefined
  if (said?.status === 'success') return { status: 'ok', value: undefined }
  if (said?.status === 'fail') return { status: 'failed', message: said.errormsg ?? '' }
  return { status: 'cancelled' }
}
