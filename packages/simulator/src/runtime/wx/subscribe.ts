import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
export function subscribe({ phone, sandbox, boot, device }: Host, api: Api): void {
  api.async('requestSubscribeMessage', async ({ tmplIds }) => {
    if (!Array.isArray(tmplIds) || tmplIds.length === 0)
      throw new WxFailure('Templates list is empty', { errCode: 10001 })
    if (tmplIds.length > 5) throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
    const answers = await phone.sheets.subscribe(tmplIds)
    await sandbox.subscribe(boot.appid, device.person, answers).catch(() => {
      throw new WxFailure('No template data return, verify the template id exist', { errCode: 20001 })
    })
    return answers
  })
}
