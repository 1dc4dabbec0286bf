import type { Page } from '@xiaopu/contract'

/** The fake's cursors say where the next page begins; a client must not read them. */
export function cutPage<Item>(all: readonly Item[], cursor: string | undefined, limit: number): Page<Item> {
  const from = cursor ? Number(cursor.replace('from-', '')) : 0
  const next = from + limit
  return { items: all.slice(from, next), nextCursor: next < all.length ? `from-${next}` : null, total: all.length }
}
