import type { Context } from '@xiaopu/commerce'
import { decodeId } from '../mapping/ids'
import { ProductListDocument, SearchHitsDocument } from '../operations/documents'
import { LOCALES } from '../shop'
import type { StoreViews } from '../store/store-views'
import { type Card, cardsOf } from './cards'
import { categoriesNamed } from './categories'

/** A shopper looks at so many hits at most. */
const MOST_HITS = 200
/** Signs a search engine drops or reads as orders of its own: a word with one is looked for as it is written. */
const SIGNS = /[%_'"\\*?~^$#@!&|<>[\]{}()]/

/**
 * What the words find, the best first. Magento searches one store view, and no category names: both languages are asked,
 * the reader's first, and what is in a category of that name comes last.
 */
export async function searchCards(
  views: StoreViews,
  context: Context,
  words: string[],
  categoryUids: string[] | null,
): Promise<Card[]> {
  const filter = categoryUids ? { category_uid: { in: categoryUids } } : null
  const both = [context.locale, ...LOCALES.filter((locale) => locale !== context.locale)]
  const hits = await Promise.all(
    both.map(async (locale) => {
      const variables = { words: words.join(' '), filter, size: MOST_HITS }
      const { products } = await views.readCached(locale, SearchHitsDocument, variables)
      return (products?.items ?? []).flatMap((item) => item?.sku ?? [])
    }),
  )
  const shelved = await skusShelvedAs(views, context, words, categoryUids)
  const skus = [...new Set([...hits.flat(), ...shelved])].slice(0, MOST_HITS)
  const cards = await cardsOf({ views }, context, skus)
  const exact = words.filter((word) => SIGNS.test(word))
  return exact.length === 0 ? cards : asWritten(views, cards, exact)
}

async function skusShelvedAs(views: StoreViews, context: Context, words: string[], within: string[] | null) {
  const named = (await categoriesNamed(views, words)).flatMap((id) => decodeId(id) ?? [])
  const uids = within ? named.filter((uid) => within.includes(uid)) : named
  if (uids.length === 0) return []
  const { products } = await views.readCached(context.locale, ProductListDocument, {
    filter: { category_uid: { in: uids } },
    sort: null,
    size: MOST_HITS,
    page: 1,
  })
  return (products?.items ?? []).flatMap((item) => item?.sku ?? [])
}

/** Those whose name or SKU, in either language, has the words letter by letter. */
async function asWritten(views: StoreViews, cards: Card[], words: string[]): Promise<Card[]> {
  const skus = cards.map(({ sku }) => sku!)
  const texts = new Map<string, string>()
  for (const locale of LOCALES) {
    for (const { sku, name } of await cardsOf({ views }, { locale }, skus)) {
      texts.set(sku!, `${texts.get(sku!) ?? sku}\n${name ?? ''}`.toLowerCase())
    }
  }
  return cards.filter(({ sku }) => words.every((word) => texts.get(sku!)?.includes(word.toLowerCase())))
}
