import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'
import { requireDeclared } from './declared'
import { requirePrivacy } from './privacy'
import { askScope } from './scopes'

const LOCATIONS = { getLocation: 'scope.userLocation', getFuzzyLocation: 'scope.userFuzzyLocation' } as const

/** Where the phone is, and maps. All coordinates are GCJ-02 degrees, whatever `type` asks: the sandbox knows no other. */
export function location(host: Host, api: Api): void {
  for (const [name, scope] of Object.entries(LOCATIONS)) {
    api.async(name, async () => {
      requireDeclared(host, name)
      if (!host.payload.app.permission?.[scope]?.desc) throw new WxFailure(`require permission desc`)
      await requirePrivacy(host, name)
      if (!(await askScope(host, scope))) throw new WxFailure('auth deny', { errno: 103 })
      const position = await host.sandbox.location(host.device.person)
      const { latitude, longitude, accuracy = 30 } = position
      if (name === 'getFuzzyLocation')
        return { latitude: Number(latitude.toFixed(2)), longitude: Number(longitude.toFixed(2)) }
      return {
        latitude,
        longitude,
        accuracy,
        speed: -1,
        altitude: 0,
        verticalAccuracy: 0,
        horizontalAccuracy: accuracy,
      }
    })
  }
  api.async('openLocation', ({ latitude, longitude, name = '', address = '' }) => {
    const [lat, lng] = [Number(latitude), Number(longitude)]
    if (Number.isNaN(lat) || Number.isNaN(lng))
      throw new WxFailure('parameter error: latitude and longitude should be Number')
    void host.phone.sheets.map({ latitude: lat, longitude: lng, name, address })
  })
}
