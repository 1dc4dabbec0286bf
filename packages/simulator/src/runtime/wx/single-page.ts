import type { Host, WxObject } from '../host/host'
import { settle, WxFailure } from './call'

/** Opened in Moments: WeChat shows this one page and nothing that needs a person. */
export const SINGLE_PAGE = 1154

/** What WeChat refuses there (「单页模式下的限制」), as far as it is modelled here. */
const REFUSED =
  `login checkSession getUserProfile getUserInfo requestPayment chooseAddress chooseInvoiceTitle authorize openSetting
  requestSubscribeMessage navigateTo redirectTo reLaunch switchTab navigateBack openLocation chooseMedia scanCode shareFileMessage
  openPrivacyContract requirePrivacyAuthorize`.split(/\s+/)

/** The same `wx` as a page in Moments gets it. The first page is opened by WeChat, not by the Mini Program. */
export function inSinglePage(wx: WxObject, { records }: Host): WxObject {
  const refused = REFUSED.filter((name) => name in wx).map((name) => [
    name,
    (options: object = {}) => {
      records.log('warn', [`wx.${name} is not available in single-page mode`])
      return settle(name, options ?? {}, () => {
        throw new WxFailure('not available in single-page mode')
      })
    },
  ])
  return { ...wx, ...Object.fromEntries(refused) }
}
