import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FAPIAO_TITLES } from './titles'

/**
 * The shopper's titles, the default first. Asking signs in who is not yet.
 * @param asked false: nobody looks at them yet
 */
export function useTitles(asked = true) {
  const { data, error, refetch } = useQuery({
    queryKey: FAPIAO_TITLES,
    queryFn: ({ signal }) => api.fapiao.titles({ signal }),
    enabled: asked,
  })
  return { titles: data, error: data ? null : error, retry: () => void refetch() }
}
