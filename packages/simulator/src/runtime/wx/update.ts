import type { Host } from '../host/host'
import type { Api } from './call'

/** There is never a newer version than the one being run. */
export function update(_host: Host, api: Api): void {
  api.sync('getUpdateManager', () => ({
    onCheckForUpdate: (listener: (event: object) => void) => setTimeout(() => listener({ hasUpdate: false })),
    onUpdateReady: () => {},
    onUpdateFailed: () => {},
    applyUpdate: () => {},
  }))
}
