import type { Category } from '@xiaopu/contract'

export interface CategoryPlace {
  /** Of the first level: what is marked in the rail. */
  parent: Category
  /** Of the second level; null is all of the parent. */
  childId: string | null
}

/** Where a category stands in the tree of two levels; the first one when it is not there (any more). Undefined in an empty shop. */
export function placeOf(categories: readonly Category[], id: string | undefined): CategoryPlace | undefined {
  for (const parent of categories) {
    if (parent.id === id) return { parent, childId: null }
    if (parent.children.some((child) => child.id === id)) return { parent, childId: id ?? null }
  }
  const first = categories[0]
  return first && { parent: first, childId: null }
}

/** Its own name; empty when it is not there. */
export function nameOf(categories: readonly Category[], id: string): string {
  const leaves = categories.flatMap((category) => [category, ...category.children])
  return leaves.find((category) => category.id === id)?.name ?? ''
}
