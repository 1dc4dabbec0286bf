import type { Category, CommerceBackend, ProductSummary } from '@xiaopu/commerce'
import type { HomeTarget, Locale, Picture } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type { HomeDocument, Target } from './document'

/** Products a category shows on the home page at most. */
const GRID = 12

/** What a home document names, looked up in as few calls as possible. */
export interface HomeGoods {
  products: Map<string, ProductSummary>
  categories: Map<string, Category>
  /** The first products of each category that a grid shows. */
  shelves: Map<string, ProductSummary[]>
}

export async function lookUp(backend: CommerceBackend, locale: Locale, { blocks }: HomeDocument): Promise<HomeGoods> {
  const productIds = new Set<string>()
  const shelfIds = new Set<string>()
  const note = (target: Target) => 'product' in target && productIds.add(target.product)
  for (const block of blocks) {
    if ('target' in block) note(block.target)
    if ('picture' in block && block.picture) note(block.picture)
    if (block.type === 'shortcuts') for (const item of block.items) note(item.target)
    if ('products' in block) for (const id of block.products ?? []) productIds.add(id)
    if (block.type === 'product_grid' && !block.products && block.category) shelfIds.add(block.category)
  }
  const [categories, products, shelves] = await Promise.all([
    backend.catalog.categories({ locale }),
    productIds.size > 0 ? backend.catalog.summaries({ locale }, [...productIds]) : [],
    Promise.all([...shelfIds].map(async (id) => [id, await shelf(backend, locale, id)] as const)),
  ])
  return {
    products: new Map(products.map((product) => [product.id, product])),
    categories: new Map(flat(categories).map((category) => [category.id, category])),
    shelves: new Map(shelves),
  }
}

async function shelf(backend: CommerceBackend, locale: Locale, categoryId: string): Promise<ProductSummary[]> {
  const page = await backend.catalog.products({ locale }, { categoryId, sort: 'relevance', limit: GRID })
  return page?.items ?? []
}

const flat = (categories: Category[]): Category[] => categories.flatMap((each) => [each, ...flat(each.children)])

/** Where a target leads; null when that is not on sale, or not there. */
export function targetView({ products, categories }: HomeGoods, target: Target): HomeTarget | null {
  if ('product' in target) return products.has(target.product) ? { kind: 'product', productId: target.product } : null
  return categories.has(target.category) ? { kind: 'category', categoryId: target.category } : null
}

export function pictureOf({ products, categories }: HomeGoods, picture: PictureView, target: Target): Picture | null {
  const found = 'product' in target ? products.get(target.product) : categories.get(target.category)
  return picture(found?.picture ?? null)
}
