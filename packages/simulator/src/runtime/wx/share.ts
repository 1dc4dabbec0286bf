import type { Host } from '../host/host'
import type { Api } from './call'

export function share(_host: Host, api: Api): void {
  for (const name of ['showShareMenu', 'hideShareMenu']) api.async(name, () => {})
  api.async('getShareInfo', () => {
    throw new Error('no shareTicket')
  })
}
