import type { KeptPage, ProductSummary, Views } from '@xiaopu/contract'
import { cutPage } from './pages'

type Shelf = Map<string, string>
const MOST = { favourites: 500, views: 200 }

/** What shoppers have marked and looked at, the newest first. */
export function createKeepsakes({ now }: { now: () => number }) {
  const shelves = { favourites: new Map<string, Shelf>(), views: new Map<string, Shelf>() }
  type Kind = keyof typeof shelves
  const shelf = (kind: Kind, shopper: string): Shelf => shelves[kind].get(shopper) ?? new Map()

  function keep(kind: Kind, shopper: string, marked: Shelf) {
    const newest = [...marked].sort(([, one], [, other]) => (one < other ? 1 : -1)).slice(0, MOST[kind])
    shelves[kind].set(shopper, new Map(newest))
  }

  return {
    ids: (shopper: string) => [...shelf('favourites', shopper).keys()],
    list(
      kind: Kind,
      shopper: string,
      { cursor, limit }: { cursor?: string; limit: number },
      product: (id: string) => ProductSummary | null,
    ): KeptPage {
      const { items, ...page } = cutPage([...shelf(kind, shopper)], cursor, limit)
      return { ...page, items: items.map(([productId, at]) => ({ productId, at, product: product(productId) })) }
    },
    mark(shopper: string, productIds: string[]): void {
      const at = new Date(now()).toISOString()
      keep(
        'favourites',
        shopper,
        new Map([...productIds.map((id) => [id, at] as const), ...shelf('favourites', shopper)]),
      )
    },
    unmark(shopper: string, productIds: string[]): void {
      keep('favourites', shopper, new Map([...shelf('favourites', shopper)].filter(([id]) => !productIds.includes(id))))
    },
    look(shopper: string, views: Views['views']): void {
      const latest = new Date(now()).toISOString()
      const seen = new Map(shelf('views', shopper))
      for (const { productId, at } of views) {
        const [when] = [at, latest].sort() as [string, string]
        if (when > (seen.get(productId) ?? '')) seen.set(productId, when)
      }
      keep('views', shopper, seen)
    },
    forget: (shopper: string): void => void shelves.views.delete(shopper),
  }
}

export type Keepsakes = ReturnType<typeof createKeepsakes>
