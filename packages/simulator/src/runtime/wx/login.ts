import type { Host } from '../host/host'
import type { Api } from './call'

/** Who holds the phone, as WeChat vouches for it. */
export function login({ sandbox, boot, device }: Host, api: Api): void {
  api.async('login', async () => {
    const { code } = await sandbox.login(boot.appid, device.person)
    device.keepSession()
    return { code }
  })
  api.async('checkSession', () => {
    if (!device.hasSession) throw new Error('session time out, need relogin')
  })
  // Retired by WeChat: the person stays anonymous.
  const anonymous = () => ({
    userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: '', country: '', province: '', city: '' },
    rawData: '{"nickName":"微信用户"}',
    signature: '',
    encryptedData: '',
    iv: '',
  })
  api.async('getUserProfile', anonymous)
  api.async('getUserInfo', anonymous)
  api.sync('getAccountInfoSync', () => ({
    miniProgram: { appId: boot.appid, envVersion: 'develop', version: '' },
    plugin: {},
  }))
}
