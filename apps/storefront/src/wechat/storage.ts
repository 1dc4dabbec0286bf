import Taro from '@tarojs/taro'

/** What was remembered on this phone under `key`; undefined when nothing was, or when the phone cannot say. */
export function remembered(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key)
    // WeChat answers '' for a key it does not have.
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}

/** Remembers a value (1 MB at most) on this phone. A full phone is no reason to stop: it is then asked again next time. */
export function remember(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

/** Forgets whatever is on this phone, but what is named. */
export function forgetAllBut(keys: readonly string[]) {
  try {
    for (const key of Taro.getStorageInfoSync().keys) if (!keys.includes(key)) forget(key)
  } catch {
    // Then it is overwritten in time, like what could not be forgotten alone.
  }
}

export function forget(key: string) {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Then it is overwritten next time.
  }
}
