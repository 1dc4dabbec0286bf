import type { Host } from '../host/host'
import type { Api } from './call'

/** `wx.getPerformance` without measurements: times in a browser on one thread would mislead. Counts are in the panel. */
export function performanceApi(_host: Host, api: Api): void {
  api.sync('getPerformance', () => ({
    getEntries: () => [],
    getEntriesByName: () => [],
    getEntriesByType: () => [],
    createObserver: () => ({ observe: () => {}, disconnect: () => {} }),
    setBufferSize: () => {},
    now: () => performance.now(),
  }))
  for (const name of ['reportPerformance', 'preloadWebview', 'preloadSkylineView', 'preloadAssets'])
    api.sync(name, () => {})
}
