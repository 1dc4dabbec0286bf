import type { Product } from '@xiaopu/contract'
import { api } from '../../api/client'
import { isGone } from '../../api/one-thing'
import { queryClient } from '../../api/query-client'
import type { Locale } from '../../i18n'
import { catalogKeys } from '../catalog'

/** A code may be a part of other codes: so many products are looked at for one that has exactly this. */
const LOOKED_AT = 3

const read = (id: string, locale: Locale) =>
  queryClient.fetchQuery({
    queryKey: catalogKeys.product(id, locale),
    queryFn: ({ signal }) => api.catalog.product(id, { signal }),
  })

/**
 * The product a code stands for: its own id, or the code of one of its SKUs, such as the EAN on a label. Null: there is none.
 * @throws {ApiError} when the shop could not be asked
 */
export async function productOfCode(code: string, locale: Locale): Promise<string | null> {
  try {
    return (await read(code, locale)).id
  } catch (error) {
    if (!isGone(error)) throw error
  }
  const { items, searchedFor } = await api.catalog.products({ q: code, limit: LOOKED_AT })
  // What a shopper may have meant instead is for words; a code means one thing.
  if (searchedFor !== null) return null
  for (const { id } of items) if (hasCode(await read(id, locale), code)) return id
  return null
}

const hasCode = ({ skus }: Product, code: string) => skus.some((sku) => sku.code.toLowerCase() === code.toLowerCase())
