import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MessageKind, MessageOffer } from '@xiaopu/contract'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { askForMessages, toast } from '../../wechat'
import { orderKeys } from '../orders/order-keys'

const offersOf = (orderId: string) => ({
  queryKey: orderKeys.messages(orderId),
  queryFn: ({ signal }: { signal?: AbortSignal }) => api.messages.offers(orderId, { signal }),
})

/**
 * Has the offers at hand for the page that is opened next, so that nothing moves on it. Waits no longer than anybody would notice; a
 * question that could not be loaded is not asked.
 */
export async function knowMessageOffers(client: QueryClient, orderId: string, within: Promise<void>): Promise<void> {
  const known = client.fetchQuery({ ...offersOf(orderId), staleTime: 0, retry: false }).then(
    () => {},
    () => {},
  )
  await Promise.race([known, within])
}

interface MessageAsk {
  /** What WeChat is asked for, and with whose tap; empty: there is nothing to ask. */
  kinds: MessageKind[]
  ask: () => void
  busy: boolean
  /** What came of it on this page; undefined: nobody has been asked yet. */
  answered: 'allowed' | 'refused' | undefined
}

/**
 * Messages about an order, asked for in place. `onlyIfKnown`: shown only where the page before has asked the shop already.
 * Whoever refuses in WeChat's sheet is not asked again; whoever closes it has said nothing.
 */
export function useMessageAsk(
  orderId: string | undefined,
  { enabled = true, onlyIfKnown = false, only }: { enabled?: boolean; onlyIfKnown?: boolean; only?: MessageKind } = {},
): MessageAsk {
  const { t } = useLocale()
  const client = useQueryClient()
  const { data: all = [] } = useQuery({
    ...offersOf(orderId ?? ''),
    enabled: Boolean(orderId) && enabled && !onlyIfKnown,
  })
  const offers = only ? all.filter(({ kind }) => kind === only) : all
  const { mutate, isPending, data } = useMutation({
    mutationFn: async (asked: MessageOffer[]) => {
      const answer = await askForMessages(asked.map(({ templateId }) => templateId))
      if (answer.status !== 'ok') return undefined
      const kindsOf = (ids: string[]) =>
        asked.flatMap(({ kind, templateId }) => (ids.includes(templateId) ? [kind] : []))
      const [allowed, refused] = [kindsOf(answer.value.allowed), kindsOf(answer.value.refused)]
      if (allowed.length + refused.length === 0) return undefined
      await api.messages.answer(orderId ?? '', { allowed, refused })
      return allowed.length > 0 ? ('allowed' as const) : ('refused' as const)
    },
    onSuccess: (answered, asked) => {
      const rest = (known: MessageOffer[] = []) => known.filter(({ kind }) => !asked.some((one) => one.kind === kind))
      // Another page of this order does not ask what was answered here.
      if (answered) client.setQueryData<MessageOffer[]>(orderKeys.messages(orderId ?? ''), rest)
    },
    onError: (error) => void toast(errorSentence(error, t)),
  })
  return { kinds: offers.map(({ kind }) => kind), ask: () => mutate(offers), busy: isPending, answered: data }
}
