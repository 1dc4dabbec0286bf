import type { Host } from '../host/host'
import { resolveUrl } from '../host/urls'
import { type Api, WxFailure } from './call'
import { requirePrivacy } from './privacy'

/** What a phone's camera would not have made narrower, px. */
const WIDEST = 4_096

/** Codes, calls and pictures. */
export function media(host: Host, api: Api): void {
  const { phone, pages } = host
  api.async('scanCode', async () => {
    const result = await phone.sheets.scan()
    if (result === null) throw new WxFailure('cancel')
    return {
      result,
      scanType: /^\d{8,14}$/.test(result) ? 'EAN_13' : 'QR_CODE',
      charSet: 'UTF-8',
      rawData: btoa(unescape(encodeURIComponent(result))),
      path: '',
    }
  })
  api.async('makePhoneCall', async ({ phoneNumber }) => {
    if (!phoneNumber)
      throw new WxFailure('parameter error: parameter.phoneNumber should be String instead of Undefined;')
    if ((await phone.sheets.actions({ itemList: [`呼叫 ${phoneNumber}`] })) === null) throw new WxFailure('cancel')
  })
  api.async('previewImage', ({ urls, current = 0 }) => {
    const list = (urls as string[]).map((url) => resolveUrl(url, pages.top.route))
    const at = typeof current === 'number' ? current : Math.max(0, (urls as string[]).indexOf(current))
    void phone.sheets.pictures(list, at)
  })
  api.async(
    'getImageInfo',
    ({ src }) =>
      new Promise((resolve, reject) => {
        const image = new Image()
        image.onload = () =>
          resolve({
            width: image.naturalWidth,
            height: image.naturalHeight,
            path: src,
            orientation: 'up',
            type: 'unknown',
          })
        image.onerror = () => reject(new WxFailure('download image fail'))
        image.src = resolveUrl(src, pages.top.route)
      }),
  )
  api.async('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'] }) => {
    if (!mediaType.includes('image')) throw new WxFailure('the simulator has no videos')
    await requirePrivacy(host, 'chooseMedia')
    const chosen = await phone.sheets.album(Math.min(count, 20))
    if (!chosen) throw new WxFailure('cancel', { errno: 1 })
    return {
      type: 'image',
      tempFiles: chosen.map(({ url, ...file }) => ({ tempFilePath: url, fileType: 'image', ...file })),
    }
  })
  api.async('compressImage', async ({ src, quality = 80, compressedWidth = WIDEST }) => {
    const whole = await createImageBitmap(await (await fetch(resolveUrl(src, pages.top.route))).blob())
    const width = Math.min(whole.width, compressedWidth)
    const canvas = new OffscreenCanvas(width, Math.round((whole.height * width) / whole.width))
    canvas.getContext('2d')!.drawImage(whole, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })
    return { tempFilePath: URL.createObjectURL(blob) }
  })
}
