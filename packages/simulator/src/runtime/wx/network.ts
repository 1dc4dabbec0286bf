import type { Host } from '../host/host'
import type { Api } from './call'

export function network({ device, events }: Host, api: Api): void {
  const type = () => (device.network === 'none' ? 'none' : device.network === 'slow' ? '3g' : 'wifi')
  api.async('getNetworkType', () => ({
    networkType: type(),
    weakNet: device.network === 'slow',
    hasSystemProxy: false,
  }))
  device.onChange((what) => {
    if (what !== 'network') return
    events.emit('NetworkStatusChange', { isConnected: device.network !== 'none', networkType: type() })
    events.emit('NetworkWeakChange', { weakNet: device.network === 'slow', networkType: type() })
  })
}
