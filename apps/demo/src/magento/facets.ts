import type { AttributeFixture } from '@xiaopu/magento-stand-in'

type Row = Record<string, string>
type Words = { default: string; en: string }

export interface Facets {
  attributes: AttributeFixture[]
  /** What a product has of them, as a fixture says it. */
  of(product: Row): Record<string, string | string[]>
  /** `#rrggbb` of an option value, where some product of the table says what it looks like. */
  colourOf(value: Words): string | null
}

interface Pair {
  facet: Words
  value: Words
}

const nameOf = ({ default: chinese, en }: Words) => `${en}/${chinese}`

/**
 * What the products' rows say lists are narrowed by, in the columns of our import: `材质:实木|颜色:灰` and
 * `colours`. Magento shows visual swatches of attributes with one value only: what has colours is a select, and a product
 * has the first value it names; the others are multiselects.
 */
export function facetsOf(products: Row[]): Facets {
  const colours = new Map(products.flatMap(coloursIn))
  const colourOf = ({ default: chinese, en }: Words) => colours.get(en) ?? colours.get(chinese) ?? null
  const byName = new Map<string, AttributeFixture>()
  for (const { facet, value } of products.flatMap(pairsIn)) {
    const attribute = byName.get(nameOf(facet)) ?? newAttribute(facet, byName.size)
    byName.set(nameOf(facet), attribute)
    if (attribute.options?.some(({ key }) => key === nameOf(value))) continue
    const colour = colourOf(value)
    if (colour) attribute.input = 'select'
    attribute.options?.push({ key: nameOf(value), label: value, ...swatchOf(colour) })
  }
  return {
    attributes: [...byName.values()],
    colourOf,
    of(product) {
      const chosen = new Map<string, string[]>()
      for (const { facet, value } of pairsIn(product)) {
        const { code } = byName.get(nameOf(facet))!
        chosen.set(code, [...(chosen.get(code) ?? []), nameOf(value)])
      }
      const isSelect = (code: string) => [...byName.values()].some((one) => one.code === code && one.input === 'select')
      return Object.fromEntries([...chosen].map(([code, keys]) => [code, isSelect(code) ? keys[0]! : keys]))
    },
  }
}

export const swatchOf = (colour: string | null) =>
  colour === null ? {} : { swatch: { kind: 'color' as const, value: colour } }

const newAttribute = (label: Words, index: number): AttributeFixture => ({
  code: `facet_${index + 1}`,
  label,
  input: 'multiselect',
  filterable: true,
  searchable: true,
  options: [],
})

const list = (cell: string | undefined) =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean)

function pairsIn(product: Row): Pair[] {
  const english = list(product['facets:en'])
  return list(product['facets:zh-CN']).map((chinese, index) => {
    const [facet, value] = parts(chinese)
    const [enFacet, enValue] = parts(english[index] ?? chinese)
    return { facet: { default: facet, en: enFacet }, value: { default: value, en: enValue } }
  })
}

function parts(pair: string): [facet: string, value: string] {
  const [, facet, value] = /^([^:：]+)[:：](.+)$/.exec(pair) ?? []
  if (!facet || !value) throw new Error(`"${pair}" is not written like material:oak`)
  return [facet.trim(), value.trim()]
}

const coloursIn = (product: Row): [name: string, colour: string][] =>
  list(product.colours).map((pair) => {
    const place = pair.lastIndexOf('=')
    return [pair.slice(0, place).trim(), pair.slice(place + 1).trim()]
  })
