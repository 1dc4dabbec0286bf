import { z } from 'zod'
import { Id } from './primitives'
import type { RouteContract } from './routes'

export const SuggestionQuery = z.strictObject({ q: z.string().trim().min(1).max(40) })

/** What a shopper may have meant. `words` is what is searched for; a category is opened. */
export const Suggestion = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('words'), words: z.string(), count: z.int().min(1).describe('Products found by it') }),
    z.object({ kind: z.literal('category'), categoryId: Id, name: z.string() }),
    z.object({ kind: z.literal('product'), productId: Id, name: z.string() }),
  ])
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

/** Nothing in it: what the catalogue is about is shown. */
export const HotWords = z
  .strictObject({ words: z.array(z.string().trim().min(1).max(20)).max(10) })
  .meta({ id: 'HotWords' })
export type HotWords = z.infer<typeof HotWords>

export const suggestionRoutes = {
  suggest: {
    method: 'GET',
    path: '/v1/search/suggestions',
    summary: 'What a half-typed word may become: by characters, by pinyin (penzai), by its initials (pz)',
    auth: 'anyone',
    query: SuggestionQuery,
    status: 200,
    response: z.object({ suggestions: z.array(Suggestion).max(10) }),
    errors: ['commerce_unavailable'],
  },
  listHotWords: {
    method: 'GET',
    path: '/v1/search/hot',
    summary: 'Words worth a try: the merchant’s choice, else what the catalogue is about',
    auth: 'anyone',
    status: 200,
    response: z.object({ words: z.array(z.string()).max(10) }),
    errors: ['commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
