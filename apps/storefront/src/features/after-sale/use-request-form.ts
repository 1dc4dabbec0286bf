import { useQueryClient } from '@tanstack/react-query'
import { isApiError, newIdempotencyKey } from '@xiaopu/api-client'
import type { AfterSale, AfterSaleKind, AfterSaleOptions, AfterSaleRequest } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { rereadOrders } from '../orders'
import type { Pictures } from '../uploads'
import { afterSaleKeys, rereadAfterSales } from './after-sale-keys'
import {
  isBegun,
  mostOf,
  problemsOf,
  type RequestDraft,
  type RequestProblems,
  requestOf,
  withKind,
  withPieces,
} from './request-draft'
import { useStillHere } from './use-still-here'
import { useWrittenDraft } from './use-written-draft'

export interface RequestFormOptions {
  options: AfterSaleOptions
  fresh: RequestDraft
  pictures: Pick<Pictures, 'pictures' | 'uploads' | 'sending' | 'stuck'>
  /** What can be asked for has changed meanwhile. */
  onStale: () => void
}

const NO_PROBLEMS: RequestProblems = { lines: false, reason: false, amount: null }

/**
 * What is asked for of one order. It can be sent once at a time, and twice is the same: the key belongs to what is written, so that a
 * tap after a lost answer finds what the first one made.
 */
export function useRequestForm({ options, fresh, pictures, onStale }: RequestFormOptions) {
  const { t } = useLocale()
  const client = useQueryClient()
  const stillHere = useStillHere()
  const { draft, setDraft, done } = useWrittenDraft(options, fresh)
  /** Problems are shown once the shopper thinks they are done, and go while they mend them. */
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<AfterSale | null>(null)
  const running = useRef(false)
  const meant = useRef({ body: '', key: '' })
  const problems = problemsOf(options, draft)

  function keyOf(body: AfterSaleRequest): string {
    const written = JSON.stringify(body)
    if (meant.current.body !== written) meant.current = { body: written, key: newIdempotencyKey() }
    return meant.current.key
  }

  async function send(body: AfterSaleRequest) {
    try {
      const afterSale = await api.afterSales.request(options.orderId, body, { idempotencyKey: keyOf(body) })
      client.setQueryData(afterSaleKeys.one(afterSale.id), afterSale)
      void rereadAfterSales(client)
      void rereadOrders(client, options.orderId)
      done()
      if (stillHere()) setSent(afterSale)
    } catch (error) {
      if (!stillHere()) return
      toast(errorSentence(error, t))
      const code = isApiError(error) && error.code
      // What could be asked for when the page opened cannot be any more: it is read again, and what is written stays.
      if (code === 'after_sale_too_much' || code === 'after_sale_over') onStale()
    }
  }

  const change = (changed: Partial<RequestDraft>) => setDraft((before) => ({ ...before, ...changed }))
  return {
    draft,
    most: mostOf(options, draft),
    problems: tried ? problems : NO_PROBLEMS,
    change,
    setKind: (kind: AfterSaleKind) => setDraft((before) => withKind(options, before, kind)),
    setPieces: (skuId: string, count: number) => setDraft((before) => withPieces(options, before, skuId, count)),
    /** Something is written that the shop does not have. */
    unsent: !sent && (isBegun(draft) || pictures.pictures.length > 0),
    sending,
    sent,
    async submit() {
      if (running.current || sent) return
      setTried(true)
      const body = requestOf(
        draft,
        pictures.uploads.map(({ id }) => id),
      )
      if (!body || problems.lines || problems.amount) return
      if (pictures.sending) return toast(t('uploads.wait'))
      if (pictures.stuck) return toast(t('uploads.stuck'))
      running.current = true
      setSending(true)
      await send(body)
      running.current = false
      if (stillHere()) setSending(false)
    },
  }
}
