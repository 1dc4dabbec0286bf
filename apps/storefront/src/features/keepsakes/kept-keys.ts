/** Under which names the answers about keepsakes are kept; of lists the language is part, since names come translated. */
export const keptKeys = {
  favourites: ['favourites', 'list'] as const,
  favouriteList: (locale: string) => ['favourites', 'list', locale] as const,
  favouriteIds: ['favourites', 'ids'] as const,
  history: ['history'] as const,
  historyList: (locale: string) => ['history', locale] as const,
}
