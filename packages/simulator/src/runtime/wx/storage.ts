import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'
import { SINGLE_PAGE } from './single-page'

const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

/** Storage of this Mini Program and this person: 1 MB a key, 10 MB in all. Browsers give less: see the README. */
export function storage({ device, launch }: Host, api: Api): void {
  // A page in Moments has a storage of its own.
  const prefix = () =>
    launch.scene === SINGLE_PAGE ? device.storagePrefix.replace(':storage:', ':moments:') : device.storagePrefix
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix()))
      .map((key) => key.slice(prefix().length))
  const size = () => keys().reduce((total, key) => total + bytes(localStorage.getItem(prefix() + key) ?? ''), 0)

  const get = (key: string): unknown => {
    const text = localStorage.getItem(prefix() + key)
    return text === null ? '' : (JSON.parse(text) as { value: unknown }).value
  }
  const set = (key: string, value: unknown) => {
    if (typeof key !== 'string') throw new WxFailure('parameter error: parameter.key should be String')
    const text = JSON.stringify({ value })
    if (bytes(text) > KEY_LIMIT) throw new WxFailure('entry size limit reached')
    const before = bytes(localStorage.getItem(prefix() + key) ?? '')
    if (size() - before + bytes(text) > TOTAL_LIMIT) throw new WxFailure('storage max size 10MB exceeded')
    localStorage.setItem(prefix() + key, text)
  }
  const remove = (key: string) => localStorage.removeItem(prefix() + key)
  const clear = () => {
    for (const key of keys()) remove(key)
  }
  const info = () => ({ keys: keys(), currentSize: Math.ceil(size() / 1024), limitSize: TOTAL_LIMIT / 1024 })
  const has = (key: string) => localStorage.getItem(prefix() + key) !== null

  api.sync('getStorageSync', get)
  api.sync('setStorageSync', (key: string, value: unknown) => {
    try {
      set(key, value)
    } catch (error) {
      throw new Error(`setStorageSync:fail ${(error as Error).message}`)
    }
  })
  api.sync('removeStorageSync', remove)
  api.sync('clearStorageSync', clear)
  api.sync('getStorageInfoSync', info)
  api.sync('batchGetStorageSync', (list: string[]) => list.map(get))
  api.sync('batchSetStorageSync', (list: { key: string; value: unknown }[]) => {
    for (const { key, value } of list) set(key, value)
  })
  api.async('getStorage', ({ key }) => {
    if (!has(key)) throw new WxFailure('data not found')
    return { data: get(key) }
  })
  api.async('setStorage', ({ key, data }) => set(key, data))
  api.async('removeStorage', ({ key }) => remove(key))
  api.async('clearStorage', clear)
  api.async('getStorageInfo', info)
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
