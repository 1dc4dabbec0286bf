import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (answer: PrivacyAnswer) => void, need: { referrer: string }) => void

const listeners = new WeakMap<Host, Listener>()
const contractOf = ({ boot }: Host) => `《${boot.title}小程序隐私保护指引》`
const refused = () => new WxFailure('privacy permission is not authorized', { errno: 104 })

/**
 * What touches a person's data waits for their consent: asked for by the Mini Program's own popup where it listens for the
 * need, else by WeChat's. A refusal fails this call only.
 */
export async function requirePrivacy(host: Host, referrer: string): Promise<void> {
  const { device, phone } = host
  if (device.agreedToPrivacy) return
  const listener = listeners.get(host)
  if (!listener) {
    const words = `使用前请阅读并同意${contractOf(host)}`
    if (!(await phone.sheets.confirm('用户隐私保护提示', words, '同意', '拒绝'))) throw refused()
    return device.agreeToPrivacy()
  }
  const answer = await new Promise<PrivacyAnswer>((resolve) => {
    listener((said) => said.event !== 'exposureAuthorization' && resolve(said), { referrer })
  })
  // A word without a tap on the button it names is none: the tap is what WeChat writes down.
  if (answer.event !== 'agree' || !answer.buttonId || !device.agreedToPrivacy) throw refused()
}

/** The privacy contract. It counts as published; the person agrees once. */
export function privacy(host: Host, api: Api): void {
  const { device, phone } = host
  api.async('getPrivacySetting', () => ({
    needAuthorization: !device.agreedToPrivacy,
    privacyContractName: contractOf(host),
  }))
  api.async('openPrivacyContract', async () => {
    await phone.sheets.message(contractOf(host), '正式版中，微信在此展示在管理后台填写的隐私保护指引。')
  })
  api.async('requirePrivacyAuthorize', () => requirePrivacy(host, 'requirePrivacyAuthorize'))
  api.sync('onNeedPrivacyAuthorization', (listener: Listener) => void listeners.set(host, listener))
}
