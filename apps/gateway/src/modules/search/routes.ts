import type { Handlers } from '../../http/calls'
import type { Search } from './service'

export const searchHandlers = (search: Search): Handlers<'suggest' | 'listHotWords' | 'putHotWords'> => ({
  suggest: async ({ locale, query }) => ({ suggestions: await search.suggest(locale, query.q) }),
  listHotWords: async ({ locale }) => ({ words: await search.hotWords(locale) }),
  putHotWords: ({ body }) => search.setHotWords(body),
})
