import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'

/**
 * The home page as the merchant composed it.
 * @param token of a preview: the page as it may become, until the shopkeeper leaves it
 */
export function useHome(token?: string) {
  const { locale } = useLocale()
  const [left, setLeft] = useState<string>()
  const preview = token === left ? undefined : token
  const { data, error, refetch } = useQuery({
    queryKey: ['home', locale, preview],
    queryFn: async ({ signal }) => {
      const { blocks } = preview ? await api.home.preview(preview, { signal }) : await api.home.get({ signal })
      return { blocks, receivedAt: Date.now() }
    },
  })
  return {
    blocks: data?.blocks,
    receivedAt: data?.receivedAt ?? 0,
    error: data ? null : error,
    refresh: refetch,
    /** What is seen is a preview; this leaves it. */
    leavePreview: preview ? () => setLeft(preview) : null,
  }
}
