import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'
import { requireDeclared } from './declared'
import { requirePrivacy } from './privacy'

/** The address book and the invoice titles a person keeps in WeChat. */
export function address(host: Host, api: Api): void {
  const { sandbox, device, phone } = host
  api.async('chooseAddress', async () => {
    requireDeclared(host, 'chooseAddress')
    await requirePrivacy(host, 'chooseAddress')
    const chosen = await phone.sheets.addresses(await sandbox.addresses(device.person))
    if (!chosen) throw new WxFailure('cancel', { errno: 1 })
    return chosen
  })
  api.async('chooseInvoiceTitle', async () => {
    await requirePrivacy(host, 'chooseInvoiceTitle')
    const chosen = await phone.sheets.invoiceTitles(await sandbox.invoiceTitles(device.person))
    if (!chosen) throw new WxFailure('cancel', { errno: 1 })
    return chosen
  })
}
