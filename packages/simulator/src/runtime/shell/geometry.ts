/** The phone's measures in px. A screen shorter than 780 has neither notch nor home indicator. */
export interface Geometry {
  width: number
  height: number
  statusBar: number
  navigationBar: number
  tabBar: number
  homeIndicator: number
}

export const DEFAULT_SIZE = { width: 390, height: 844 }

export function geometry(width: number, height: number): Geometry {
  const tall = height >= 780
  return {
    width,
    height,
    statusBar: tall ? 47 : 20,
    navigationBar: 44,
    tabBar: 49,
    homeIndicator: tall ? 34 : 0,
  }
}

/** WeChat's capsule, as `wx.getMenuButtonBoundingClientRect` tells it. */
export function capsuleRect({ width, statusBar }: Geometry) {
  const [w, h, right, top] = [87, 32, width - 7, statusBar + 4]
  return { width: w, height: h, top, bottom: top + h, left: right - w, right }
}
