import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'

/** Provinces, cities and districts, asked for when they are needed first, and once: they hold for years. */
export function useRegions(asked: boolean) {
  const { data, error, refetch } = useQuery({
    queryKey: ['regions'],
    queryFn: ({ signal }) => api.addresses.regions({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: asked,
  })
  return { regions: data, error: data ? null : error, retry: () => void refetch() }
}
