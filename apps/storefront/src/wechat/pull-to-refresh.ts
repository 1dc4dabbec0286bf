import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pull to refresh: WeChat's dots stay until `refresh` has settled. The page's config has to say `enablePullDownRefresh: true`. */
export function usePullToRefresh(refresh: () => Promise<unknown>) {
  usePullDownRefresh(() => {
    const done = () => void Taro.stopPullDownRefresh()
    refresh().then(done, done)
  })
}
