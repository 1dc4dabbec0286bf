import type { Host } from '../host/host'
import type { Api } from './call'

/** `wx.onXxx` and `wx.offXxx`. Some never happen here: a page may still listen for them. */
const NAMES =
  `AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange WindowResize NetworkStatusChange NetworkWeakChange
  KeyboardHeightChange MemoryWarning AppRoute AppRouteDone BeforeAppRoute UserCaptureScreen AudioInterruptionBegin
  AudioInterruptionEnd CopyUrl AddToFavorites LazyLoadError`.split(/\s+/)

export function events(host: Host, api: Api): void {
  for (const name of NAMES) {
    api.sync(`on${name}`, (listener: (event: unknown) => void) => host.events.on(name, listener))
    api.sync(`off${name}`, (listener?: (event: unknown) => void) => host.events.off(name, listener))
  }
}
