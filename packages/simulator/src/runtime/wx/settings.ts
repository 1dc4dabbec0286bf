import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'
import { askScope, SCOPES } from './scopes'

/** Scopes that WeChat abolished: they are always granted. */
const ALWAYS = new Set(['scope.userInfo', 'scope.address', 'scope.invoiceTitle', 'scope.invoice'])

export function settings(host: Host, api: Api): void {
  const { device, phone } = host
  phone.sheets.scopes = {
    rows: () =>
      Object.keys(SCOPES)
        .filter((scope) => device.permission(scope) !== undefined)
        .map((scope) => ({ scope, label: SCOPES[scope]!.label, allowed: device.permission(scope) === true })),
    set: (scope, allowed) => device.allow(scope, allowed),
  }
  api.async('getSetting', ({ withSubscriptions }) => ({
    authSetting: device.authSetting(),
    ...(withSubscriptions ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } } : {}),
  }))
  api.async('openSetting', async () => {
    await phone.sheets.settings()
    return { authSetting: device.authSetting() }
  })
  api.async('authorize', async ({ scope }) => {
    if (ALWAYS.has(scope)) return
    if (!SCOPES[scope]) throw new WxFailure('invalid scope')
    if (scope.endsWith('Location') && !host.payload.app.permission?.[scope]?.desc)
      throw new WxFailure('require permission desc')
    if (!(await askScope(host, scope))) throw new WxFailure('auth deny', { errno: 103 })
  })
}
