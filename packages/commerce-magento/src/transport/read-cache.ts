import { BackendUnavailable } from '@xiaopu/commerce'
import type { Freshness } from '../options'

interface Kept {
  value: unknown
  at: number
}

export type ReadCache = ReturnType<typeof createReadCache>

/**
 * What was read of the catalogue, in this process: another process reads for itself, and nothing here is needed by it.
 * The keys are store, currency, operation and variables; the least recently used go first.
 */
export function createReadCache(freshness: Freshness, clock: () => Date, most = 1_000) {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<unknown>>()

  /** The kept value while it is fresh; a stale one at once, asked for again behind it; an old one where Magento is down. */
  async function get<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const found = kept.get(key)
    if (!found) return refresh(key, read)
    const age = clock().getTime() - found.at
    touch(key, found)
    if (age < freshness.fresh) return found.value as Value
    if (age < freshness.stale) {
      // A failure is seen by whoever asks once the value is too old; the next one asks again.
      refresh(key, read).catch(() => {})
      return found.value as Value
    }
    try {
      return await refresh(key, read)
    } catch (error) {
      if (error instanceof BackendUnavailable && age < freshness.whenDown) return found.value as Value
      throw error
    }
  }

  /** Many who want the same at once ask once. */
  function refresh<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const pending = underWay.get(key)
    if (pending) return pending as Promise<Value>
    const asked = clock().getTime()
    const mine = read()
      .then((value) => {
        touch(key, { value, at: asked })
        return value
      })
      .finally(() => underWay.delete(key))
    underWay.set(key, mine)
    return mine
  }

  function touch(key: string, value: Kept): void {
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
  }

  return { get, size: () => kept.size }
}
