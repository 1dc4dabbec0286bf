import type { Category, ProductPage, ProductSort, ProductSummary } from '@xiaopu/contract'
import type { StockedProduct } from './catalogue'
import { summaryOf } from './catalogue-view'
import { facetsOf, type Narrowing, narrow } from './facets'
import { cutPage } from './pages'
import { pictureOf } from './pictures'
import { Refusal } from './refusal'
import { type View, type Words, words } from './words'

interface Shelf {
  id: string
  name: Words
  children: { id: string; name: Words }[]
}

/** Two levels; furniture has none below it. */
export const shelves: Shelf[] = [
  {
    id: 'living',
    name: words('居家', 'Living'),
    children: [
      { id: 'kitchen', name: words('餐厨', 'Kitchen') },
      { id: 'lighting', name: words('灯具', 'Lighting') },
      { id: 'textiles', name: words('织物', 'Textiles') },
    ],
  },
  { id: 'clothing', name: words('服饰', 'Clothing'), children: [{ id: 'tops', name: words('上衣', 'Tops') }] },
  { id: 'furniture', name: words('家具', 'Furniture'), children: [] },
]

const below = (id: string): string[] | undefined => {
  const shelf = shelves.find((candidate) => candidate.id === id)
  if (shelf) return [id, ...shelf.children.map((child) => child.id)]
  return shelves.some(({ children }) => children.some((child) => child.id === id)) ? [id] : undefined
}

const onShelf = (products: StockedProduct[], id: string) => {
  const ids = below(id) ?? []
  return products.filter(({ categoryIds }) => categoryIds.some((category) => ids.includes(category)))
}

export function categoriesOf(products: StockedProduct[], view: View): Category[] {
  const leaf = ({ id, name }: { id: string; name: Words }) => {
    const here = onShelf(products, id)
    const picture = here[0] ? pictureOf(here[0].photograph, view) : null
    return { id, name: name[view.locale], picture, productCount: here.length }
  }
  return shelves.map((shelf) => ({ ...leaf(shelf), children: shelf.children.map(leaf) }))
}

export interface Search extends Narrowing {
  category?: string
  q?: string
  sort: ProductSort
  cursor?: string
  limit: number
}

const cheapest = ({ skus }: StockedProduct) => Math.min(...skus.map(({ price }) => price))
const order: Record<ProductSort, (a: StockedProduct, b: StockedProduct) => number> = {
  relevance: () => 0,
  newest: (a, b) => b.arrival - a.arrival,
  price_asc: (a, b) => cheapest(a) - cheapest(b),
  price_desc: (a, b) => cheapest(b) - cheapest(a),
  sales: (a, b) => b.soldCount - a.soldCount,
}

export function searchProducts(
  products: StockedProduct[],
  { category, q, sort, cursor, limit, ...narrowing }: Search,
  view: View,
): ProductPage {
  if (category !== undefined && !below(category)) throw new Refusal('not_found')
  const shelf = category === undefined ? products : onShelf(products, category)
  const wanted = q?.toLowerCase() ?? ''
  const found = shelf.filter(({ name, subtitle, skus }) =>
    [...Object.values(name), ...Object.values(subtitle), ...skus.map(({ id }) => id)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  )
  const { items, ...page } = cutPage(narrow(found, narrowing).toSorted(order[sort]), cursor, limit)
  const facets = cursor === undefined ? facetsOf(found, narrowing, view) : []
  return { ...page, items: items.map((product) => summaryOf(product, view)), facets, searchedFor: null }
}

/** Goods of the same shelf first, then those most bought; never itself. */
export function relatedTo(products: StockedProduct[], product: StockedProduct, view: View): ProductSummary[] {
  const shelvesOf = ({ categoryIds }: StockedProduct) =>
    shelves.filter(({ id }) => categoryIds.some((category) => below(id)?.includes(category)))
  const own = shelvesOf(product)
  const isNear = (other: StockedProduct) => shelvesOf(other).some((shelf) => own.includes(shelf))
  return products
    .filter((other) => other !== product)
    .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)) || b.soldCount - a.soldCount)
    .slice(0, 12)
    .map((other) => summaryOf(other, view))
}
