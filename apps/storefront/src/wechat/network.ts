import Taro from '@tarojs/taro'

/** Tells now and from now on whether the phone is connected. Returns the way to stop. */
export function watchConnection(tell: (connected: boolean) => void): () => void {
  const onChange = ({ isConnected }: { isConnected: boolean }) => tell(isConnected)
  Taro.onNetworkStatusChange(onChange)
  Taro.getNetworkType().then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => undefined,
  )
  return () => Taro.offNetworkStatusChange(onChange)
}

/** Tells now and from now on whether what is loaded costs the shopper's mobile data. Returns the way to stop. */
export function watchMobileData(tell: (mobile: boolean) => void): () => void {
  const onChange = ({ networkType }: { networkType?: string }) => tell(/^[2-6]g$/.test(networkType ?? ''))
  Taro.onNetworkStatusChange(onChange)
  Taro.getNetworkType().then(onChange, () => undefined)
  return () => Taro.offNetworkStatusChange(onChange)
}

/** Tells when the app comes to the front and when it leaves it. Returns the way to stop. */
export function watchVisibility(tell: (visible: boolean) => void): () => void {
  const onShow = () => tell(true)
  const onHide = () => tell(false)
  Taro.onAppShow(onShow)
  Taro.onAppHide(onHide)
  return () => {
    Taro.offAppShow(onShow)
    Taro.offAppHide(onHide)
  }
}
