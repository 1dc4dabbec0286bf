import { useQuery } from '@tanstack/react-query'
import type { Product } from '@xiaopu/contract'
import { useEffect } from 'react'
import { api } from '../../../api/client'
import { useLocale } from '../../../i18n'
import { usePosition } from '../../stores/position'
import { inStores, skusAsked, storesWith } from './in-stores'

/** ms a store's shelves are taken for what they were. */
const FRESH = 60_000
/** About a hundred metres. */
const round = (degrees: number) => Math.round(degrees * 1000) / 1000

/** Whether the shop turned out to have no store to pick up from: the next product keeps no place for them. */
let storeless = false
/** For tests: another shop. */
export const forgetStores = () => {
  storeless = false
}

/**
 * Which stores have the product, or the SKU once one is chosen. Deferred: it begins when the product is here. The location is used
 * where it was allowed before; nobody is asked for it.
 * @param locates false where a location may not even be looked up
 */
export function useStoreStock(product: Product | undefined, skuId: string | null, locates = true) {
  const { locale } = useLocale()
  const { point, lookUp } = usePosition()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the product has come
  useEffect(() => {
    if (product && locates && !point) void lookUp()
  }, [product?.id])
  const near = locates ? point : null
  const asked = product ? skusAsked(product.skus, skuId) : []
  const { data, isError } = useQuery({
    queryKey: ['in-stores', locale, product?.id, asked[0], near && [round(near.latitude), round(near.longitude)]],
    queryFn: async ({ signal }) => {
      const items = asked.map((id) => ({ skuId: id, quantity: 1 }))
      const stores = await api.stores.withStock(items, near, { signal })
      storeless = stores.length === 0
      return stores
    },
    enabled: asked.length > 0,
    staleTime: FRESH,
    // The same stores come again in another order once the location is known.
    placeholderData: (before, query) => (query?.queryKey[2] === product?.id ? before : undefined),
  })
  return {
    /** Undefined while it is on its way, or cannot be had. */
    found: data && inStores(data, skuId),
    /** Names of the stores that have a SKU, the nearest first; none while they are not known. */
    namesWith: (sku: { id: string }) => storesWith(data ?? [], sku.id).map(({ name }) => name),
    failed: isError,
    hidden: data ? data.length === 0 : storeless,
  }
}
