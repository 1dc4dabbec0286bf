import type { Host } from '../host/host'
import type { Api } from './call'

/** The phone's own clipboard, so that a test needs no leave of the browser; copied to the real one where that is allowed. */
export function clipboard({ phone }: Host, api: Api): void {
  let content = ''
  api.async('setClipboardData', ({ data }) => {
    content = String(data)
    navigator.clipboard?.writeText(content).catch(() => {})
    phone.toasts.show({ title: '内容已复制', icon: 'success' })
  })
  api.async('getClipboardData', () => ({ data: content }))
}
