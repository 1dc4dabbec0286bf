import type { Host } from '../host/host'
import { resolveUrl } from '../host/urls'
import { type Api, WxFailure } from './call'

/** Toasts, dialogs and menus. */
export function feedback({ phone, pages }: Host, api: Api): void {
  const { toasts, sheets } = phone
  const picture = (image: string | undefined) => (image ? resolveUrl(image, pages.top.route) : undefined)
  api.async('showToast', ({ title, image, ...rest }) => {
    if (title === undefined)
      throw new WxFailure('parameter error: parameter.title should be String instead of Undefined;')
    toasts.show({ ...rest, title: String(title), image: picture(image) })
  })
  api.async('hideToast', () => toasts.hide())
  api.async('showLoading', ({ title = '', mask }) => toasts.show({ title, mask, icon: 'loading' }, true))
  api.async('hideLoading', () => toasts.hide())
  api.async('showModal', (options) => sheets.modal(options))
  api.async('showActionSheet', async (options) => {
    if (!Array.isArray(options.itemList) || options.itemList.length === 0 || options.itemList.length > 6) {
      throw new WxFailure('parameter error: itemList should have 1 to 6 items')
    }
    const tapIndex = await sheets.actions(options)
    if (tapIndex === null) throw new WxFailure('cancel')
    return { tapIndex }
  })
}
