/** An iPhone of 390 × 844 with WeChat's capsule; px of that screen. */
export function systemOf(language: string) {
  const screen = {
    pixelRatio: 3,
    windowWidth: 390,
    windowHeight: 753,
    screenWidth: 390,
    screenHeight: 844,
    statusBarHeight: 47,
    safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  }
  const app = { SDKVersion: '3.8.0', version: '8.0.50', language, theme: 'light', host: { env: 'WeChat' } }
  const device = { platform: 'ios', system: 'iOS 17.0', model: 'iPhone 15', brand: 'iPhone' }
  return {
    screen,
    app,
    device,
    all: { ...screen, ...app, ...device },
    capsule: { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 },
  }
}
