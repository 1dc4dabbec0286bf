import { requirePrivacy } from '../wx/privacy'
import type { WxElement } from './base'

/** What a button's `open-type` does. Each event carries what WeChat's would, with values of the signed-in person of the sandbox. */
export async function openTypes(button: WxElement, type: string): Promise<void> {
  const { host } = button.view
  const { phone } = host
  switch (type) {
    case 'share':
      return host.pages.share('button', button.dataset)
    case 'openSetting':
      await phone.sheets.settings()
      return button.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: host.device.authSetting() })
    case 'contact':
      await phone.sheets.message(
        '客服会话',
        `WeChat would open a chat with this Mini Program's customer service${described(button, 'send-message-title')}.`,
      )
      return button.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
    case 'feedback':
      await phone.sheets.message('意见反馈', 'WeChat would open its feedback form.')
      return
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber': {
      const event = type.toLowerCase()
      if (await isPrivate(button, type)) return
      if (!(await phone.sheets.confirm('申请获取并验证你的手机号', '', '允许', '不允许'))) {
        return button.emit(event, { errMsg: `${type}:fail user deny`, errno: 103 })
      }
      const { code } = await host.sandbox.phoneNumber(host.boot.appid, host.device.person).catch(() => ({ code: '' }))
      if (code) return button.emit(event, { errMsg: `${type}:ok`, code })
      return button.emit(event, { errMsg: `${type}:fail no permission`, errno: 102 })
    }
    case 'chooseAvatar': {
      if (await isPrivate(button, type)) return
      const drawn = await phone.sheets.avatar()
      return drawn ? button.emit('chooseavatar', { avatarUrl: await photographOf(drawn) }) : undefined
    }
    case 'getUserInfo':
      return button.emit('getuserinfo', {
        errMsg: 'getUserInfo:ok',
        userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: '', city: '', province: '', country: '' },
      })
    case 'agreePrivacyAuthorization':
      host.device.agreeToPrivacy()
      return button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    default:
      host.records.unsupported(`<button open-type="${type}">`)
  }
}

/** Whether the person did not agree that it touches their data; the button's event then says so. */
async function isPrivate(button: WxElement, type: string): Promise<boolean> {
  try {
    await requirePrivacy(button.view.host, type)
    return false
  } catch {
    button.emit(type.toLowerCase(), { errMsg: `${type}:fail privacy permission is not authorized`, errno: 104 })
    return true
  }
}

/** As a phone gives it: a picture in a file, not a drawing. */
async function photographOf(drawing: string): Promise<string> {
  const image = new Image()
  image.src = drawing
  await image.decode()
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
  canvas.getContext('2d')!.drawImage(image, 0, 0)
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }))
}

function described(button: WxElement, attribute: string): string {
  const text = button.get(attribute, '')
  return text ? ` (${text})` : ''
}
