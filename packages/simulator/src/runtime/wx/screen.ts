import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

/** A phone in a room, as its holder left it. */
const USUAL = 0.5

/** How bright the screen is, and whether it goes dark by itself: on the phone's element as `data-brightness` and `data-keep-screen-on`. */
export function screen(host: Host, api: Api): void {
  const shown = host.phone.element.dataset
  const brightness = () => Number(shown.brightness ?? USUAL)
  api.async('getScreenBrightness', () => ({ value: brightness() }))
  api.async('setScreenBrightness', ({ value }) => {
    if (typeof value !== 'number' || value < 0 || value > 1)
      throw new WxFailure('parameter error: value should be a Number from 0 to 1')
    shown.brightness = String(value)
    host.records.log('debug', ['screen brightness', value])
  })
  api.async('setKeepScreenOn', ({ keepScreenOn }) => {
    if (typeof keepScreenOn !== 'boolean') throw new WxFailure('parameter error: keepScreenOn should be a Boolean')
    shown.keepScreenOn = String(keepScreenOn)
  })
}
