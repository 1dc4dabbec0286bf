import type { QueryClient } from '@tanstack/react-query'
import type { SavedAddress } from '@xiaopu/contract'

/** Under which name the address book is kept. */
export const ADDRESS_BOOK = ['addresses'] as const

/** One was written: it stands in the book at once, and the book is asked again for its order. */
export function keepAddress(client: QueryClient, saved: SavedAddress) {
  client.setQueryData<SavedAddress[]>(ADDRESS_BOOK, (book) => book && bookWith(book, saved))
  void rereadAddresses(client)
}

export const rereadAddresses = (client: QueryClient) => client.invalidateQueries({ queryKey: ADDRESS_BOOK })

/** The default first, then the last used; there is one default. */
export function bookWith(book: readonly SavedAddress[], saved: SavedAddress): SavedAddress[] {
  const others = book.filter(({ id }) => id !== saved.id)
  if (saved.isDefault) return [saved, ...others.map((other) => ({ ...other, isDefault: false }))]
  const [first, ...rest] = others
  return first?.isDefault ? [first, saved, ...rest] : [saved, ...others]
}
