import type { LocalText } from '../tables'
import type { Cells } from './cells'
import { digest, slugOf } from './ids'

export interface AttributeInFile {
  id: string
  name: LocalText
  line: number
  values: Map<string, AttributeValueInFile>
}
export interface AttributeValueInFile {
  id: string
  name: LocalText
  line: number
  /** `#rrggbb`; null: the file does not say. */
  colour: string | null
}
export interface AttributeChoice {
  attributeId: string
  valueId: string
}

const LONGEST = 121

/**
 * The attributes a product row names (`材质:榉木|色系:自然色`), added to those of the file; which values the product
 * has. Attributes and values are known by their English name, or their Chinese one where there is no English.
 */
export function readAttributes(cells: Cells, attributes: Map<string, AttributeInFile>): AttributeChoice[] {
  const choices = new Map<string, AttributeChoice>()
  for (const facet of cells.localTexts('facets', LONGEST)) {
    const [chinese, english] = [parts(facet['zh-CN']), parts(facet.en)]
    if (!chinese || !english) {
      const wrong = english ? facet['zh-CN'] : facet.en
      cells.problem('facets', `"${wrong}" is not written like material:oak.`)
      continue
    }
    const attributeName = { 'zh-CN': chinese[0], en: english[0] }
    const valueName = { 'zh-CN': chinese[1], en: english[1] }
    const attribute = addTo(attributes, cells, attributeName, () => ({ values: new Map() }))
    const value = addTo(attribute.values, cells, valueName, () => ({ colour: null }))
    choices.set(`${attribute.id}:${value.id}`, { attributeId: attribute.id, valueId: value.id })
  }
  return [...choices.values()]
}

/** The one known by that name, or a new one. */
function addTo<Named extends { id: string; name: LocalText; line: number }>(
  known: Map<string, Named>,
  cells: Cells,
  name: LocalText,
  rest: () => Omit<Named, 'id' | 'name' | 'line'>,
): Named {
  const id = slugOf(name.en) || digest(name.en)
  const found = known.get(id)
  if (!found) {
    const added = { id, name, line: cells.line, ...rest() } as Named
    known.set(id, added)
    return added
  }
  if (found.name['zh-CN'] !== name['zh-CN']) {
    cells.problem(
      'facets:zh-CN',
      `${name.en} is called "${name['zh-CN']}" here and "${found.name['zh-CN']}" in line ${found.line}.`,
    )
  }
  return found
}

/** Name and value; a Chinese keyboard types the wide colon. */
function parts(facet: string): [name: string, value: string] | null {
  const [, name, value] = /^([^:：]+)[:：](.+)$/.exec(facet) ?? []
  return name?.trim() && value?.trim() ? [name.trim(), value.trim()] : null
}
