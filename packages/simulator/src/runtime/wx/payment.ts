import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

const FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const

/** `wx.requestPayment`. WeChat checks the signature before it shows the sheet, and knows the amount from the prepay order alone. */
export function payment({ sandbox, boot, device, phone, records }: Host, api: Api): void {
  api.async('requestPayment', async (options) => {
    for (const field of FIELDS) {
      if (typeof options[field] !== 'string') {
        throw new WxFailure(
          `parameter error: parameter.${field} should be String instead of ${typeName(options[field])};`,
        )
      }
    }
    const [timeStamp, nonceStr, pack, signType, paySign] = FIELDS.map((field) => options[field] as string)
    const order = {
      appid: boot.appid,
      person: device.person,
      timeStamp: timeStamp!,
      nonceStr: nonceStr!,
      package: pack!,
      signType: signType!,
      paySign: paySign!,
    }
    const preview = await sandbox.preview(order)
    if (preview.result === 'failed') {
      records.log('error', [preview.errMsg])
      await phone.sheets.message('支付失败', preview.reason)
      throw new WxFailure(preview.reason)
    }
    const answer = await phone.sheets.payment(preview.sheet, (password) => sandbox.pay(order, password))
    if (answer.result === 'ok') return
    if (answer.result === 'failed') {
      await phone.sheets.message('支付失败', answer.reason)
      throw new WxFailure(answer.reason)
    }
    // WeChat keeps a note of it; the Mini Program's answer does not depend on that.
    await sandbox.cancel(order).catch((error: Error) => records.log('warn', [`payments/cancel: ${error.message}`]))
    throw new WxFailure('cancel', { errno: 1 })
  })
}

function typeName(value: unknown): string {
  return value === undefined ? 'Undefined' : value === null ? 'Null' : (value as object).constructor.name
}
