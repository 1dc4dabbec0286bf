import type { Phone } from './phone'

const FULL = 'exceed storage max size 10Mb'

/** The phone's storage: copies go in and copies come out; an unknown key is an empty string, as WeChat has it. */
export function createStorage(phone: Pick<Phone, 'storage' | 'full'>, bring: <T>(value: T) => T) {
  const { storage: kept } = phone
  const missing = { fail: 'data not found' }
  return {
    sync: {
      getStorageSync: (key: string) => (kept.has(key) ? bring(kept.get(key)) : ''),
      setStorageSync(key: string, value: unknown) {
        if (phone.full) throw new Error(`setStorageSync:fail ${FULL}`)
        kept.set(key, plain(value))
      },
      removeStorageSync: (key: string) => void kept.delete(key),
      clearStorageSync: () => kept.clear(),
      getStorageInfoSync: () => bring({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
    },
    getStorage: ({ key }: Record<string, unknown>) =>
      kept.has(String(key)) ? { result: { data: kept.get(String(key)) } } : missing,
    setStorage({ key, data }: Record<string, unknown>) {
      if (phone.full) return { fail: FULL }
      kept.set(String(key), plain(data))
      return { result: {} }
    },
    removeStorage({ key }: Record<string, unknown>) {
      kept.delete(String(key))
      return { result: {} }
    },
  }
}

const plain = (value: unknown): unknown => (value === undefined ? '' : JSON.parse(JSON.stringify(value)))
