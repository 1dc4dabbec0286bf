import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

/** The Mini Program of WeChat that `weappOrderConfirm` opens. */
const RECEIPT = 'wx1183b055aeec94d1'

/**
 * `wx.openBusinessView`, of which one business is here: confirming receipt of an order WeChat was told of. It is another Mini Program in
 * front of this one: the call has succeeded once it is open, and how it ended comes with the app's next onShow.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping-half.html
 */
export function businessView({ sandbox, boot, device, phone, front }: Host, api: Api): void {
  api.async('openBusinessView', async ({ businessType, extraData }) => {
    if (businessType !== 'weappOrderConfirm') throw new WxFailure('not supported by the simulator')
    const order = { ...extraData, appid: boot.appid, person: device.person }
    const sheet = await sandbox.receipt(order).catch((error: Error) => {
      throw new WxFailure(error.message)
    })
    front(false)
    void phone.sheets
      .receipt(sheet, () => sandbox.confirmReceipt(order))
      .then(({ status, errormsg = '' }) =>
        front(true, { appId: RECEIPT, extraData: { status, errormsg, req_extradata: extraData } }),
      )
  })
}
