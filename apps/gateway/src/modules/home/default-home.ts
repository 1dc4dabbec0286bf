import type { Category, CommerceBackend, ProductSummary } from '@xiaopu/commerce'
import type { HomeDocument, HomeDocumentBlock, Locale } from '@xiaopu/contract'

const ROW = 8
const GRID = 12

/** A home page for a shop whose merchant has not composed one: made of what the catalogue shows best. */
export async function composeHome(backend: CommerceBackend, locale: Locale): Promise<HomeDocument> {
  const [categories, newest] = await Promise.all([
    backend.catalog.categories({ locale }),
    backend.catalog.products({ locale }, { sort: 'newest', limit: ROW + GRID }),
  ])
  const products = newest?.items ?? []
  const withPicture = products.filter(({ picture, stock }) => picture && stock.status !== 'sold_out')
  const filled = categories.filter(({ productCount }) => productCount > 0)
  return { blocks: [...hero(withPicture[0]), ...shelves(products, filled), ...story(withPicture[1], products)] }
}

/** The document speaks both languages; a text out of the catalogue is already in the reader's. */
const inCatalogue = (text: string) => ({ 'zh-CN': text, en: text })

function hero(product: ProductSummary | undefined): HomeDocumentBlock[] {
  if (!product) return []
  const title = inCatalogue(product.name)
  const subtitle = product.subtitle ? inCatalogue(product.subtitle) : { 'zh-CN': '新品上架', en: 'New in' }
  return [{ type: 'hero', title, subtitle, target: { product: product.id } }]
}

function shelves(products: ProductSummary[], categories: Category[]): HomeDocumentBlock[] {
  const blocks: HomeDocumentBlock[] = []
  if (categories.length > 0) {
    blocks.push({ type: 'shortcuts', items: categories.slice(0, 8).map(({ id }) => ({ target: { category: id } })) })
  }
  const row = products.slice(0, ROW).map(({ id }) => id)
  if (row.length > 0) blocks.push({ type: 'product_row', title: { 'zh-CN': '新到', en: 'Just in' }, products: row })
  return blocks
}

function story(product: ProductSummary | undefined, products: ProductSummary[]): HomeDocumentBlock[] {
  const blocks: HomeDocumentBlock[] = []
  if (product) {
    blocks.push({
      type: 'editorial',
      title: inCatalogue(product.name),
      text: product.subtitle
        ? inCatalogue(product.subtitle)
        : { 'zh-CN': '值得慢慢看的一件', en: 'Worth a closer look' },
      target: { product: product.id },
    })
  }
  blocks.push({ type: 'nearby_store' })
  const grid = products.slice(ROW).map(({ id }) => id)
  // A small shop shows its few things twice rather than end in a void.
  const shown = grid.length > 0 ? grid : products.map(({ id }) => id)
  if (shown.length > 0)
    blocks.push({ type: 'product_grid', title: { 'zh-CN': '逛一逛', en: 'Look around' }, products: shown })
  return blocks
}
