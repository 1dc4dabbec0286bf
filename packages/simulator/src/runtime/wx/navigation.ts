import type { Host } from '../host/host'
import type { Api } from './call'

export function navigation({ pages, records, phone }: Host, api: Api): void {
  for (const kind of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const) {
    api.async(kind, ({ url, events }) => {
      try {
        return pages.navigate(kind, url, events)
      } catch (error) {
        // A dead button is easily overlooked on a screen: every failed navigation is a line in the panel.
        records.log('error', [`${kind}:fail ${(error as Error).message}`])
        throw error
      }
    })
  }
  api.async('navigateBack', ({ delta = 1 }) => pages.back(delta))
  api.async('exitMiniProgram', () => {
    phone.toasts.show({ title: '小程序已退出', icon: 'none' })
  })
  api.async('pageScrollTo', ({ scrollTop, selector, duration = 300, offsetTop = 0 }) => {
    const { win, doc } = pages.top.view
    const target = selector ? doc.querySelector(selector) : null
    if (selector && !target) throw new Error(`can not find element by selector "${selector}"`)
    const top = target ? target.getBoundingClientRect().top + win.scrollY + offsetTop : (scrollTop ?? 0)
    win.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' })
  })
  api.async('startPullDownRefresh', () => pages.top.pullDown.start())
  api.async('stopPullDownRefresh', () => {
    for (const page of pages.kept) page.pullDown.stop()
  })
}
