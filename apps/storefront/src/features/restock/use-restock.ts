import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Product } from '@xiaopu/contract'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { hasLiveSession } from '../../api/session'
import { useLocale } from '../../i18n'
import { askForMessage, toast } from '../../wechat'
import { restockKeys } from './restock-keys'

export type Restock = ReturnType<typeof useRestock>

/**
 * One message when something sold out is back. Offered only where the shop can send it; looking signs nobody in.
 * @param refresh asks for the product again, once the shop says that it is back already
 */
export function useRestock(product: Product | undefined, refresh: () => Promise<unknown>) {
  const { t } = useLocale()
  const client = useQueryClient()
  const productId = product?.id ?? ''
  const soldOut = Boolean(product?.skus.some(({ stock }) => stock.status === 'sold_out'))
  // Known before the tap: WeChat opens its sheet in a tap only.
  const { data: templates } = useQuery({
    queryKey: restockKeys.templates,
    queryFn: ({ signal }) => api.restock.templates({ signal }),
    enabled: soldOut,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data: waitedFor = [] } = useQuery({
    queryKey: restockKeys.waitedFor(productId),
    queryFn: ({ signal }) => api.restock.waitedFor(productId, { signal }),
    enabled: soldOut && hasLiveSession(),
  })
  const template = templates?.restock ?? null

  const { mutate, isPending } = useMutation({
    mutationFn: async (skuId: string) => {
      const reminder = { productId, skuId }
      if (waitedFor.includes(skuId)) return api.restock.forget(reminder).then(() => 'taken_back' as const)
      const allowed = await askForMessage(template ?? '')
      if (allowed.status !== 'ok' || !allowed.value) return 'not_allowed' as const
      return api.restock.remind(reminder).then(() => 'set' as const)
    },
    onSuccess: (outcome) => toast(t(`restock.${outcome}`)),
    onError: (error) => {
      toast(errorSentence(error, t))
      void refresh()
    },
    onSettled: () => client.invalidateQueries({ queryKey: restockKeys.waitedFor(productId) }),
  })
  return {
    offered: template !== null,
    waitsFor: (skuId: string) => waitedFor.includes(skuId),
    busy: isPending,
    /** Sets the reminder, or takes it back. */
    toggle: (skuId: string) => mutate(skuId),
  }
}
