import type { Host } from '../host/host'
import type { Api } from './call'
import { requirePrivacy } from './privacy'

/** The phone's own clipboard, so that a test needs no leave of the browser; copied to the real one where that is allowed. */
export function clipboard(host: Host, api: Api): void {
  const { phone } = host
  let content = ''
  api.async('setClipboardData', async ({ data }) => {
    await requirePrivacy(host, 'setClipboardData')
    content = String(data)
    navigator.clipboard?.writeText(content).catch(() => {})
    phone.toasts.show({ title: '内容已复制', icon: 'success' })
  })
  api.async('getClipboardData', async () => {
    await requirePrivacy(host, 'getClipboardData')
    return { data: content }
  })
}
