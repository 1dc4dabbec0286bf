import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { hasLiveSession } from '../../api/session'
import { useWishes, wish } from './favourite-desk'
import { keptKeys } from './kept-keys'

/** Whether a product is a favourite, and the tap that changes it. Looking signs nobody in: only the tap does. */
export function useFavourite(productId: string | undefined) {
  const wanted = useWishes((state) => (productId === undefined ? undefined : state.wanted[productId]))
  const { data } = useQuery({
    queryKey: keptKeys.favouriteIds,
    queryFn: ({ signal }) => api.favourites.ids({ signal }),
    enabled: hasLiveSession(),
  })
  const marked = wanted ?? (productId !== undefined && Boolean(data?.includes(productId)))
  return {
    marked,
    toggle: () => {
      if (productId !== undefined) void wish([productId], !marked)
    },
  }
}
