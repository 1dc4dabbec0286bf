import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

/** The privacy contract. It counts as published; the person agrees once. */
export function privacy(host: Host, api: Api): void {
  const { device, phone, boot } = host
  const contract = `《${boot.title}小程序隐私保护指引》`
  api.async('getPrivacySetting', () => ({ needAuthorization: !device.agreedToPrivacy, privacyContractName: contract }))
  api.async('openPrivacyContract', async () => {
    await phone.sheets.message(contract, '正式版中，微信在此展示在管理后台填写的隐私保护指引。')
  })
  api.async('requirePrivacyAuthorize', async () => {
    if (device.agreedToPrivacy) return
    const agreed = await phone.sheets.confirm('用户隐私保护提示', `使用前请阅读并同意${contract}`, '同意', '拒绝')
    if (!agreed) throw new WxFailure('privacy permission is not authorized', { errno: 104 })
    device.agreeToPrivacy()
  })
  api.sync('onNeedPrivacyAuthorization', () => {})
}
