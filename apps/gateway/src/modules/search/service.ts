import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { HotWords, type Locale, type Suggestion } from '@xiaopu/contract'
import { eq } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { documents } from '../home/tables'
import { lexiconOf, soundOf, type Word } from './lexicon'
import { type Fit, fitOf, typedAs } from './match'

interface Needs {
  db: Sql
  backend: CommerceBackend
  clock: Clock
}

export type Search = ReturnType<typeof createSearch>

/** Words change with the catalogue, and nobody minds a new one ten minutes late, ms. */
const KEEP_INDEX = 10 * 60_000
/** A larger catalogue gives no better words. */
const MOST_PRODUCTS = 2_000
const MOST_SUGGESTIONS = 10
const HOT = 'hot_words'

interface Name {
  id: string
  text: string
  sound: string
  initials: string
}
interface Index {
  words: Word[]
  categories: Name[]
  products: Name[]
}

/** What a shopper may have meant: made of the names in the catalogue, with every back end alike. */
export function createSearch({ db, backend, clock }: Needs) {
  const kept = new Map<Locale, { madeAt: number; index: Promise<Index> }>()

  function indexOf(locale: Locale): Promise<Index> {
    const now = clock().getTime()
    const found = kept.get(locale)
    if (found && now - found.madeAt < KEEP_INDEX) return found.index
    // While the shop system is away, yesterday's words do.
    const index = makeIndex(locale).catch((error) => {
      if (kept.get(locale)?.index === index) kept.delete(locale)
      if (found) return found.index
      throw error
    })
    kept.set(locale, { madeAt: now, index })
    return index
  }

  async function makeIndex(locale: Locale): Promise<Index> {
    const [tree, products] = await Promise.all([backend.catalog.categories({ locale }), names(locale)])
    const named = (id: string, text: string): Name => ({ id, text, ...soundOf(text) })
    const shelves = tree.flatMap((category) => [category, ...category.children])
    return {
      words: lexiconOf(products.map(({ text }) => text)),
      categories: shelves.filter(({ productCount }) => productCount > 0).map(({ id, name }) => named(id, name)),
      products: products.map(({ id, text }) => named(id, text)),
    }
  }

  async function names(locale: Locale): Promise<{ id: string; text: string }[]> {
    const all: { id: string; text: string }[] = []
    let cursor: string | undefined
    do {
      const page = await backend.catalog.products({ locale }, { sort: 'newest', limit: 50, cursor })
      if (!page) break
      all.push(...page.items.map(({ id, name }) => ({ id, text: name })))
      cursor = page.nextCursor ?? undefined
    } while (cursor && all.length < MOST_PRODUCTS)
    return all
  }

  async function suggest(locale: Locale, text: string): Promise<Suggestion[]> {
    const typed = typedAs(text)
    if (typed === '') return []
    const { words, categories, products } = await indexOf(locale)
    const suggestions: { fit: Exclude<Fit, null>; suggestion: Suggestion }[] = []
    const offer = <Item extends Pick<Name, 'text' | 'sound' | 'initials'>>(
      items: Item[],
      most: number,
      suggestion: (item: Item) => Suggestion,
    ) => {
      const fitting = items.flatMap((item) => {
        const fit = fitOf(typed, item)
        return fit === null ? [] : [{ fit, suggestion: suggestion(item) }]
      })
      suggestions.push(...fitting.sort((one, other) => one.fit - other.fit).slice(0, most))
    }
    offer(words, 6, ({ text: found, count }) => ({ kind: 'words', words: found, count }))
    offer(categories, 2, ({ id, text: name }) => ({ kind: 'category', categoryId: id, name }))
    offer(products, 4, ({ id, text: name }) => ({ kind: 'product', productId: id, name }))
    return suggestions
      .sort((one, other) => one.fit - other.fit)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ suggestion }) => suggestion)
  }

  /** The word a text that led to nothing was probably meant to be: 盆栽 for penzai, pz or 盆裁; null: nobody knows. */
  async function meant(locale: Locale, text: string): Promise<string | null> {
    const typed = typedAs(text)
    const { words } = await indexOf(locale)
    const fitting = words
      .map((word) => ({ word, fit: fitOf(typed, word) }))
      .filter(({ fit }) => fit !== null && fit > 1)
      .sort((one, other) => one.fit! - other.fit!)
    return fitting[0]?.word.text ?? null
  }

  async function hotWords(locale: Locale): Promise<string[]> {
    const [row] = await db.select().from(documents).where(eq(documents.name, HOT))
    const { data } = HotWords.safeParse(row?.content)
    if (data && data.words.length > 0) return data.words
    return (await indexOf(locale)).words.slice(0, 8).map(({ text }) => text)
  }

  async function setHotWords(content: HotWords): Promise<void> {
    const updatedAt = clock()
    await db
      .insert(documents)
      .values({ name: HOT, content, updatedAt })
      .onConflictDoUpdate({ target: documents.name, set: { content, updatedAt } })
  }

  return { suggest, meant, hotWords, setHotWords }
}
