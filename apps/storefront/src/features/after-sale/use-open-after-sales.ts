import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { api } from '../../api/client'
import { afterSaleKeys } from './after-sale-keys'

/** Of the newest: who has more going on at once does not need the exact number. */
const LOOKED_AT = 50

/** How many after-sales are going on. Asked again whenever the page shows: the merchant
 * may have answered. Deferred: without it there is no number, and nothing else is missing. */
export function useOpenAfterSales(enabled: boolean): number {
  const { data, refetch } = useQuery({
    queryKey: afterSaleKeys.newest,
    queryFn: ({ signal }) => api.afterSales.list({ limit: LOOKED_AT }, { signal }),
    select: ({ items }) => items.filter(({ open }) => open).length,
    enabled,
  })
  useDidShow(() => void (enabled && refetch()))
  return enabled ? (data ?? 0) : 0
}
