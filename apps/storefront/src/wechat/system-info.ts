import Taro from '@tarojs/taro'

/** The language WeChat runs in, e.g. `zh_CN` or `en`. */
export function deviceLanguage(): string {
  try {
    return Taro.getAppBaseInfo().language ?? 'zh_CN'
  } catch {
    return 'zh_CN'
  }
}

/** Where a page with its own navigation bar may draw, in px of this screen (not rpx). */
export interface BarGeometry {
  statusBarHeight: number
  /** Of the bar below the status bar, with WeChat's capsule in its middle. */
  barHeight: number
  /** From the right edge to the left edge of the capsule: nothing of ours goes there. */
  capsuleWidth: number
}

let geometry: BarGeometry | undefined

/** Asked once: the synchronous calls are slow, and the answer does not change on a phone. */
export function barGeometry(): BarGeometry {
  if (geometry) return geometry
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(capsule.top - statusBarHeight, 0)
  geometry = { statusBarHeight, barHeight: capsule.height + 2 * gap, capsuleWidth: windowWidth - capsule.left }
  return geometry
}

/** The largest text a page is laid out for. WeChat's own largest is about 1.35 times its normal one; one can choose more here. */
export const LARGEST_TYPE = 1.6

/**
 * How much larger than normal the shopper wants text, 1 to 1.6, from WeChat's 字体大小. WeChat does not apply it to a Mini
 * Program's page by itself. Smaller than normal stays normal: our captions are small enough.
 */
export function typeScale(): number {
  try {
    const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as {
      fontSizeScaleFactor?: number
      /** px; older clients have only this. 17 is normal on iOS, 16 on Android, whose next step is 18. */
      fontSizeSetting?: number
    }
    const wanted = fontSizeScaleFactor ?? (fontSizeSetting ?? 0) / 17
    return Number(Math.min(Math.max(wanted, 1), LARGEST_TYPE).toFixed(2))
  } catch {
    return 1
  }
}

/** The page was opened in Moments, as a preview of one page: no login, no other page, no payment. WeChat's own bar leads on. */
const MOMENTS_PREVIEW = 1154

/** Whether WeChat shows only this page, as a card in Moments does before one enters the Mini Program. */
export function isSinglePage(): boolean {
  try {
    return Taro.getLaunchOptionsSync().scene === MOMENTS_PREVIEW
  } catch {
    return false
  }
}
