import type { Suggestion } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const suggest = endpoint({
  name: 'suggest',
  method: 'GET',
  path: '/v1/search/suggestions',
  auth: 'anyone',
  status: 200,
})
const listHotWords = endpoint({
  name: 'listHotWords',
  method: 'GET',
  path: '/v1/search/hot',
  auth: 'anyone',
  status: 200,
})

export interface SearchResource {
  /** What a half-typed word may become: by characters, by pinyin or its initials. Ten at most. */
  suggest(typed: string, options?: CallOptions): Promise<Suggestion[]>
  hotWords(options?: CallOptions): Promise<string[]>
}

export const searchResource = (call: Caller): SearchResource => ({
  suggest: async (typed, options) => (await call(suggest, { ...options, query: { q: typed } })).suggestions,
  hotWords: async (options) => (await call(listHotWords, options)).words,
})
