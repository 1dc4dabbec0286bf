import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Signed by the gateway; passed on as they are. */
export interface PaymentParameters {
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…` */
  package: string
  signType: 'RSA'
  paySign: string
}

/**
 * Opens WeChat's payment sheet. Whatever it answers, ask the gateway afterwards: `ok` here is not yet money, and a sheet that
 * failed or was cancelled may still have been paid.
 */
export const requestPayment = (parameters: PaymentParameters): Promise<Answer<void>> =>
  ask(
    () => Taro.requestPayment(parameters as unknown as Taro.requestPayment.Option),
    () => undefined,
  )
