import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'

/** The home page as the merchant composed it. */
export function useHome() {
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ['home', locale],
    queryFn: ({ signal }) => api.home.get({ signal }),
  })
  return { blocks: data?.blocks, error: data ? null : error, refresh: refetch }
}
