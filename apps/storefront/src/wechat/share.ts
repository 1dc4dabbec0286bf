import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'

export interface ShareCard {
  title: string
  /** With a leading slash and its query: `/goods/product/index?id=…`. */
  path: string
  /** A picture of 5:4; without one WeChat takes a screenshot. */
  imageUrl?: string
}

/**
 * Lets the page be sent to a friend and to Moments. Call it in a page component; `card` is asked when the shopper shares.
 * The page's config has to say `enableShareAppMessage: true, enableShareTimeline: true`: Taro only notices by itself what stands in the page's own file.
 */
export function useSharing(card: () => ShareCard) {
  useShareAppMessage(() => card())
  useShareTimeline(() => {
    const { title, path, imageUrl } = card()
    return { title, query: path.split('?')[1] ?? '', imageUrl }
  })
}
