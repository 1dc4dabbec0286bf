import { MagentoRefusal } from '../transport/errors'

export interface Slice<Item> {
  items: Item[]
  total: number
}

/** Magento knows pages, not places: where a place is on no page's edge, the pages it lies on are read. */
export async function rangeOf<Item>(
  read: (size: number, page: number) => Promise<Slice<Item>>,
  start: number,
  limit: number,
): Promise<Slice<Item>> {
  const first = Math.floor(start / limit)
  const page = await read(limit, first + 1).catch((error: unknown) => {
    // The list has become shorter than the place: Magento refuses a page beyond its end.
    if (first > 0 && error instanceof MagentoRefusal && error.category === 'input') return { items: [], total: 0 }
    throw error
  })
  if (start % limit === 0 || page.total <= (first + 1) * limit) {
    return { items: page.items.slice(start % limit), total: page.total }
  }
  const after = await read(limit, first + 2)
  const items = [...page.items, ...after.items].slice(start % limit, (start % limit) + limit)
  return { items, total: page.total }
}

export function sliceOf<Item>(items: Item[], start: number, limit: number): Slice<Item> {
  return { items: items.slice(start, start + limit), total: items.length }
}
