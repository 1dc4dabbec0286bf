import type { LocalText } from '../tables'
import type { ProductInFile } from './catalog-file'
import type { Cells } from './cells'
import type { Problems } from './problems'
import type { AttributeInFile } from './read-attributes'

/** `#rrggbb` by the name of an option value or facet value of the product, in either language. */
export type Colours = ReadonlyMap<string, string>

const LONGEST = 70

export function readColours(cells: Cells): Colours {
  const colours = new Map<string, string>()
  for (const cell of cells.list('colours', LONGEST)) {
    const [, name, colour] = /^(.+?)\s*=\s*(#[0-9a-f]{6})$/i.exec(cell) ?? []
    if (name && colour) colours.set(name, colour.toLowerCase())
    else cells.problem('colours', `"${cell}" is not written like Oak=#c8a165.`)
  }
  return colours
}

export function colourOf(colours: Colours, name: LocalText): string | null {
  return colours.get(name.en) ?? colours.get(name['zh-CN']) ?? null
}

/** Once the whole product is read: gives its facet values their colours, and tells of names that nothing has. */
export function colourAttributes(
  product: ProductInFile,
  attributes: ReadonlyMap<string, AttributeInFile>,
  problems: Problems,
): void {
  const names = new Set(product.skus.flatMap(({ values }) => values).flatMap(namesOf))
  for (const { attributeId, valueId } of product.attributes) {
    const value = attributes.get(attributeId)!.values.get(valueId)!
    for (const name of namesOf(value.name)) names.add(name)
    const colour = colourOf(product.colours, value.name)
    if (colour !== null && value.colour !== null && colour !== value.colour) {
      problems.add(product.line, 'colours', `${value.name.en} is ${colour} here and ${value.colour} further up.`)
    }
    value.colour ??= colour
  }
  for (const name of product.colours.keys()) {
    if (!names.has(name)) {
      problems.add(product.line, 'colours', `The product has no option value or facet value "${name}".`)
    }
  }
}

const namesOf = (name: LocalText) => [name.en, name['zh-CN']]
