import type { Category, Context, Facet } from '@xiaopu/commerce'
import { encodeId } from '../../mapping/ids'
import type { StoreViews } from '../../store/store-views'
import { categoryTree, flat } from '../categories'
import { SHELVES } from './narrowing'

const NAMES = { 'zh-CN': '分类', en: 'Category' }

/** By what name Magento calls its facet of categories: by id up to 2.4.7 and on some engines, by uid since (magento2#32557). */
const BY_ID = 'category_id'
export const isOfShelves = (code: string): boolean => code === BY_ID || code === SHELVES

interface Counted {
  attribute_code: string
  options: ({ value: string; count: number | null } | null)[] | null
}

/**
 * The shelves a list can be narrowed to: those below the category it is of, or of the whole shop; a level where there is
 * only one is passed over. null: there is nothing to choose.
 */
export async function shelvesFacet(
  views: StoreViews,
  context: Context,
  { attribute_code, options }: Counted,
  categoryId: string | undefined,
): Promise<Facet | null> {
  const uid = (value: string) => (attribute_code === BY_ID ? Buffer.from(value).toString('base64') : value)
  const counts = new Map(
    (options ?? []).flatMap((option) => (option ? [[encodeId(uid(option.value)), option.count ?? 0]] : [])),
  )
  const tree = await categoryTree(views, context)
  let level: Category[] =
    categoryId === undefined ? tree : (flat(tree).find(({ id }) => id === categoryId)?.children ?? [])
  for (;;) {
    const filled = level.filter(({ id }) => (counts.get(id) ?? 0) > 0)
    if (filled.length === 0) return null
    if (filled.length > 1) {
      const values = filled.map(({ id, name }) => ({ id, name, count: counts.get(id)!, colour: null }))
      return { kind: 'choice', id: SHELVES, name: NAMES[context.locale], values }
    }
    level = filled[0]!.children
  }
}
