import type { Facet } from '@xiaopu/contract'
import type { StockedProduct } from './catalogue'
import { stockOf } from './catalogue-view'
import { type View, type Words, words } from './words'

/** What a list is narrowed to. Each part is left out in turn, to say what else might be chosen instead of it. */
export interface Narrowing {
  facets?: string
  priceFrom?: number
  priceTo?: number
  inStock?: 'true'
}

interface Choice {
  id: 'colour' | 'material'
  name: Words
  values: { id: string; name: Words; colour: string | null }[]
}
const value = (id: string, zh: string, en: string, colour: string | null = null) => ({
  id,
  name: words(zh, en),
  colour,
})

const choices: Choice[] = [
  {
    id: 'colour',
    name: words('颜色', 'Colour'),
    values: [
      value('cream', '米白', 'Cream', '#efe6d2'),
      value('green', '墨绿', 'Deep green', '#2f4a3a'),
      value('grey', '暖灰', 'Warm grey', '#a9a196'),
      value('black', '炭黑', 'Charcoal', '#3c3a38'),
    ],
  },
  {
    id: 'material',
    name: words('材质', 'Material'),
    values: [
      value('ceramic', '陶瓷', 'Ceramic'),
      value('cotton', '棉', 'Cotton'),
      value('wool', '羊毛', 'Wool'),
      value('paper', '和纸', 'Washi'),
      value('iron', '铸铁', 'Cast iron'),
      value('wood', '实木', 'Solid wood'),
    ],
  },
]

const chosenIn = (facets: string | undefined): [facet: string, values: string[]][] =>
  (facets ?? '')
    .split(';')
    .filter(Boolean)
    .map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1).split(',')])

/** Values of a facet that a product has: told of it, or to be chosen when buying it. */
const valuesOf = ({ attributes, options }: StockedProduct, facet: string): string[] => [
  ...(attributes[facet as Choice['id']] ?? []),
  ...options.filter(({ id }) => id === facet).flatMap(({ values }) => values.map(({ id }) => id)),
]

const pricesOf = ({ skus }: StockedProduct) => skus.map(({ price }) => price)
const isInStock = ({ skus }: StockedProduct) => skus.some((sku) => stockOf(sku).status !== 'sold_out')

/** @param besides a facet's id, or `price`: that choice is not looked at */
function fits(product: StockedProduct, narrowing: Narrowing, besides?: string): boolean {
  const { facets, priceFrom = 0, priceTo = Number.POSITIVE_INFINITY, inStock } = narrowing
  if (inStock && !isInStock(product)) return false
  if (besides !== 'price' && !pricesOf(product).some((price) => price >= priceFrom && price <= priceTo)) return false
  return chosenIn(facets).every(
    ([facet, wanted]) => facet === besides || valuesOf(product, facet).some((id) => wanted.includes(id)),
  )
}

export const narrow = (products: StockedProduct[], narrowing: Narrowing) =>
  products.filter((product) => fits(product, narrowing))

/** Ways to narrow these products; what none of them has is not offered. */
export function facetsOf(products: StockedProduct[], narrowing: Narrowing, { locale }: View): Facet[] {
  const offered = choices.flatMap(({ id, name, values }): Facet[] => {
    const candidates = products.filter((product) => fits(product, narrowing, id))
    const counted = values
      .filter((one) => products.some((product) => valuesOf(product, id).includes(one.id)))
      .map((one) => ({
        id: one.id,
        name: one.name[locale],
        count: candidates.filter((product) => valuesOf(product, id).includes(one.id)).length,
        colour: one.colour,
      }))
    return counted.length > 0 ? [{ kind: 'choice', id, name: name[locale], values: counted }] : []
  })
  const prices = products.filter((product) => fits(product, narrowing, 'price')).flatMap(pricesOf)
  if (prices.length > 0) offered.push({ kind: 'price', lowest: Math.min(...prices), highest: Math.max(...prices) })
  if (products.length > 0) offered.push({ kind: 'in_stock' })
  return offered
}
