import type { HomeDocument } from '@xiaopu/contract'

/** The kinds of things a document names by id. */
export type Kind = 'product' | 'category' | 'store' | 'campaign'

export interface Reference {
  kind: Kind
  id: string
  /** Where it stands: `blocks`, 3, `items`, 0, `target`, `product`. */
  path: (string | number)[]
}

/** A member of this name means the same wherever it stands: the schema is strict, so there are no others. */
const KINDS: Record<string, Kind> = {
  product: 'product',
  products: 'product',
  category: 'category',
  list: 'category',
  store: 'store',
  campaigns: 'campaign',
}

/** Everything a document names, in the order it is written. */
export function referencesIn({ blocks }: HomeDocument): Reference[] {
  return within(blocks, ['blocks'])
}

/** The pictures of the shop's own that lie in its media store, by their keys. */
export function ownPicturesIn({ blocks }: HomeDocument): Pick<Reference, 'id' | 'path'>[] {
  return sourcesIn(blocks, ['blocks']).filter(({ id }) => !id.startsWith('https://'))
}

function sourcesIn(value: unknown, path: Reference['path']): Pick<Reference, 'id' | 'path'>[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name]
    return name === 'source' && typeof member === 'string' ? [{ id: member, path: here }] : sourcesIn(member, here)
  })
}

function within(value: unknown, path: Reference['path'], kind?: Kind): Reference[] {
  if (typeof value === 'string') return kind ? [{ kind, id: value, path }] : []
  if (Array.isArray(value)) return value.flatMap((each, place) => within(each, [...path, place], kind))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => within(member, [...path, name], KINDS[name]))
}
