import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import type { Visit } from '../visit'
import { attributeValues, hasOptions } from './attributes'

/** As OpenSearch's standard analyser cuts a text: words, and each Chinese character by itself. */
export function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu)
      ?.flatMap(splitHan) ?? []
  )
}
/** A run that mixes letters and Chinese is cut between them. */
function splitHan(run: string): string[] {
  return run.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []
}

/** What of a product is searched in this store view, the weightier first. */
function searched({ magento, store }: Visit, product: CatalogueProduct): string[][] {
  const { fixture } = product
  const own = magento.catalogue.attributes
    .filter((attribute) => attribute.fixture.searchable)
    .flatMap((attribute) =>
      [product, ...product.variants]
        .flatMap((one) => attributeValues(store.code, attribute, one))
        .map((value) =>
          hasOptions(attribute)
            ? textOf(attribute.options.find(({ id }) => id === value)?.label, store.code)
            : String(value),
        ),
    )
  return [
    tokensOf(textOf(product.name, store.code)),
    [product, ...product.variants].flatMap(({ sku }) => [sku.toLowerCase(), ...tokensOf(sku)]),
    [textOf(fixture.shortDescription, store.code), textOf(fixture.description, store.code), ...own].flatMap((text) =>
      tokensOf(text.replace(/<[^>]*>/g, ' ')),
    ),
  ]
}

/** Relevance of a product for the words; 0: it does not have them all. */
export function scoreOf(visit: Visit, product: CatalogueProduct, words: string): number {
  const wanted = [...new Set([...tokensOf(words)])]
  if (wanted.length === 0) return 0
  const fields = searched(visit, product)
  const exactSku = fields[1]!.includes(words.trim().toLowerCase()) ? 100 : 0
  let score = 0
  for (const token of wanted) {
    const field = fields.findIndex((tokens) => tokens.includes(token))
    if (field === -1) return exactSku
    score += [10, 6, 1][field]!
  }
  return score + exactSku
}

/** A `{ match }` filter on a text. */
export function matches(text: string, words: string): boolean {
  const tokens = tokensOf(text)
  return tokensOf(words).every((token) => tokens.some((one) => one.startsWith(token)))
}
