import Taro from '@tarojs/taro'

/** How far beyond the screen still counts as near, in screens, above and below. */
const SCREENS = 2

/**
 * Tells when an element comes near the screen and when it is far again, so that a long list need not draw what nobody can see.
 * @param id of the element, on the page that is on top now
 * @param tell `height`: of the element, in px of this screen; never 0, for a page that lies under another measures nothing
 * @returns to be called when nobody listens any more
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
 */
export function watchNearness(id: string, tell: (near: boolean, height: number) => void): () => void {
  const { page } = Taro.getCurrentInstance()
  if (!page) return () => undefined
  const margin = SCREENS * Taro.getWindowInfo().windowHeight
  const observer = Taro.createIntersectionObserver(page)
  let over = false
  // The element is in the view once what was drawn has arrived there.
  Taro.nextTick(() => {
    if (over) return
    observer
      .relativeToViewport({ top: margin, bottom: margin })
      .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
        const height = boundingClientRect?.height ?? 0
        if (!over && height > 0) tell(intersectionRatio > 0, height)
      })
  })
  return () => {
    over = true
    observer.disconnect()
  }
}
