import type { Host } from '../host/host'
import type { Api } from './call'

/** Calls that leave no trace one could see on a screen; reports are lines in the panel. */
export function misc(host: Host, api: Api): void {
  for (const name of [
    'vibrateShort',
    'vibrateLong',
    'hideKeyboard',
    'loadFontFace',
    'setVisualEffectOnCapture',
    'setPageStyle',
  ]) {
    api.async(name, () => {})
  }
  const report =
    (kind: string) =>
    (...parts: unknown[]) =>
      host.records.log('debug', [kind, ...parts])
  for (const name of ['reportEvent', 'reportAnalytics', 'reportMonitor']) api.sync(name, report(name))
  const launch = () => ({
    path: host.launch.path,
    query: host.launch.query,
    scene: host.launch.scene,
    referrerInfo: {},
    shareTicket: '',
    apiCategory: 'default',
  })
  api.sync('getLaunchOptionsSync', launch)
  api.sync('getEnterOptionsSync', launch)
  const logger = (source: string) => () => {
    const log =
      (level: 'info' | 'warn' | 'error' | 'debug') =>
      (...parts: unknown[]) =>
        host.records.log(level, [source, ...parts])
    return {
      info: log('info'),
      log: log('info'),
      warn: log('warn'),
      error: log('error'),
      debug: log('debug'),
      setFilterMsg() {},
      addFilterMsg() {},
      in() {},
      getCurrentState: () => ({ size: 0, maxSize: 5120, logCount: 0, maxLogCount: 0 }),
      tag: () => logger(source)(),
    }
  }
  api.sync('getLogManager', logger('log'))
  api.sync('getRealtimeLogManager', logger('realtime'))
}
