import type { Host } from '../host/host'
import { capsuleRect } from '../shell/geometry'
import type { Api } from './call'

const SDK_VERSION = '3.8.0'
const WECHAT_VERSION = '8.0.50'

/** What the phone says about itself: an iPhone with WeChat 8.0.50 and base library 3.8.0. */
export function system(host: Host, api: Api): void {
  const { phone, pages, payload, device } = host
  const windowInfo = () => {
    const { width, height, statusBar, homeIndicator } = phone.geometry
    const route = pages.isEmpty ? (payload.pages[0] ?? '') : pages.top.route
    const config = pages.isEmpty ? { ...payload.app.window, ...payload.configs[route] } : pages.top.config
    const area = phone.area(config, pages.tabIndex(route))
    return {
      pixelRatio: devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: area.height,
      statusBarHeight: statusBar,
      screenTop: area.top,
      safeArea: {
        left: 0,
        right: width,
        top: statusBar,
        bottom: height - homeIndicator,
        width,
        height: height - homeIndicator - statusBar,
      },
    }
  }
  const deviceInfo = () => ({
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: 50,
    brand: 'iPhone',
    model: 'iPhone 13<iPhone14,5>',
    system: 'iOS 17.0',
    platform: 'ios',
    cpuType: 'A15',
    memorySize: '4096',
  })
  const appBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    enableDebug: false,
    host: { env: 'WeChat', appId: '', version: 0 },
    language: 'zh_CN',
    version: WECHAT_VERSION,
    fontSizeSetting: device.fontSize,
    fontSizeScaleFactor: device.fontSize / 17,
    mode: 'default',
    ...(payload.app.darkmode ? { theme: host.theme } : {}),
  })
  const systemSetting = () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: device.network !== 'none',
    deviceOrientation: 'portrait',
  })
  const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), ...systemSetting() })

  api.sync('getWindowInfo', windowInfo)
  api.sync('getDeviceInfo', deviceInfo)
  api.sync('getAppBaseInfo', appBaseInfo)
  api.sync('getSystemSetting', systemSetting)
  api.sync('getAppAuthorizeSetting', () => ({
    locationAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    albumAuthorized: 'authorized',
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    bluetoothAuthorized: 'authorized',
    locationReducedAccuracy: false,
  }))
  api.sync('getSystemInfoSync', systemInfo)
  api.async('getSystemInfo', systemInfo)
  api.async('getSystemInfoAsync', systemInfo)
  api.sync('getMenuButtonBoundingClientRect', () => capsuleRect(phone.geometry))
  api.sync('getRendererUserAgent', () => Promise.resolve(navigator.userAgent))
  api.async('getDeviceBenchmarkInfo', () => ({ benchmarkLevel: 50, modelLevel: 3 }))
}
