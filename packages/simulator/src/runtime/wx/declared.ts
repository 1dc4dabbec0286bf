import type { Host } from '../host/host'
import { WxFailure } from './call'

/** Since 2022 these must stand in app.json's `requiredPrivateInfos`; WeChat refuses the call otherwise. */
export function requireDeclared({ payload }: Host, name: string): void {
  if (payload.app.requiredPrivateInfos?.includes(name)) return
  throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json')
}
