import type { QueryClient } from '@tanstack/react-query'
import type { FapiaoRequest, FapiaoTitle, MAX_FAPIAO_TITLES } from '@xiaopu/contract'

/** Under which name the shopper's titles are kept. */
export const FAPIAO_TITLES = ['fapiao-titles'] as const
/** As many as the gateway takes. */
export const MOST_TITLES: typeof MAX_FAPIAO_TITLES = 20

/** What is sent of a kept one. */
export function plainTitle({ id: _, isDefault: __, ...title }: FapiaoTitle): FapiaoRequest {
  return title
}

/** One was written: it stands in the list at once, and the list is asked again for its order. */
export function keepTitle(client: QueryClient, saved: FapiaoTitle) {
  client.setQueryData<FapiaoTitle[]>(FAPIAO_TITLES, (titles) => titles && titlesWith(titles, saved))
  void rereadTitles(client)
}

export const rereadTitles = (client: QueryClient) => client.invalidateQueries({ queryKey: FAPIAO_TITLES })

/** The default first, then the last used; there is one default. */
export function titlesWith(titles: readonly FapiaoTitle[], saved: FapiaoTitle): FapiaoTitle[] {
  const others = titles.filter(({ id }) => id !== saved.id)
  if (saved.isDefault) return [saved, ...others.map((other) => ({ ...other, isDefault: false }))]
  const [first, ...rest] = others
  return first?.isDefault ? [first, saved, ...rest] : [saved, ...others]
}

/** What stands under a title where several are shown. */
export const titleNote = (title: FapiaoRequest) =>
  [title.kind === 'company' ? title.taxNumber : null, title.email].filter(Boolean).join(' · ')
