import type { Category, Context, Picture } from '@xiaopu/commerce'
import { decodeId, encodeId } from '../mapping/ids'
import { pictureOf } from '../mapping/pictures'
import { CategoriesDocument, type CategoryViewFragment } from '../operations/documents'
import type { StoreViews } from '../store/store-views'

type Node = CategoryViewFragment & { children?: (Node | null)[] | null }

/** The categories of the menu, in the merchant's order. */
export async function categoryTree(views: StoreViews, { locale }: Context): Promise<Category[]> {
  const { rootCategory } = await views.view(locale)
  const found: Node[] = []
  for (let page = 1; ; page++) {
    const { categories } = await views.readCached(locale, CategoriesDocument, { root: rootCategory, page })
    found.push(...(categories?.items ?? []).filter((each) => each !== null))
    if (page >= (categories?.page_info?.total_pages ?? 1)) break
  }
  return treeOf(found)
}

function treeOf(nodes: (Node | null)[]): Category[] {
  return nodes
    .filter((node): node is Node => node !== null && node.include_in_menu === 1)
    .sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map((node) => ({
      id: encodeId(node.uid),
      name: node.name ?? '',
      picture: categoryPicture(node),
      productCount: node.product_count ?? 0,
      children: treeOf(node.children ?? []),
    }))
}

/** A path on some versions, an address on others: a path cannot be shown without knowing the host, so it is none. */
const categoryPicture = ({ image, name }: Node): Picture | null => pictureOf({ url: image }, name ?? '')

export const flat = (categories: Category[]): Category[] => categories.flatMap((each) => [each, ...flat(each.children)])

/** Uids of the category and of those below it; null: there is no such category. */
export async function uidsBelow(views: StoreViews, context: Context, categoryId: string): Promise<string[] | null> {
  const found = flat(await categoryTree(views, context)).find(({ id }) => id === categoryId)
  if (!found) return null
  return flat([found]).flatMap(({ id }) => decodeId(id) ?? [])
}

/** Ids of the categories whose name, in either language, has every one of the words. */
export async function categoriesNamed(views: StoreViews, words: string[]): Promise<string[]> {
  const trees = await Promise.all((['zh-CN', 'en'] as const).map((locale) => categoryTree(views, { locale })))
  const named = trees.flatMap(flat).filter(({ name }) => {
    const lower = name.toLowerCase()
    return words.every((word) => lower.includes(word.toLowerCase()))
  })
  return [...new Set(named.map(({ id }) => id))]
}
