import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { Order, WrittenReview } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { rereadOrders } from '../orders'
import { useMyName } from '../profile/use-my-name'
import type { PicturesState } from '../uploads'
import {
  type Draft,
  type DraftProblem,
  draftProblem,
  isBegun,
  LONGEST_NICKNAME,
  NO_DRAFT,
  toReview,
} from './review-draft'
import { useKeptDrafts } from './use-kept-drafts'

/** `already`: it had a review, perhaps one whose answer was lost. */
export type SentReview = WrittenReview['status'] | 'already'

/**
 * The reviews of one order: a draft for each product that has none yet. What was sent goes; what could not be sent stays as it was
 * written.
 */
export function useReviewForm(order: Order) {
  const { t } = useLocale()
  const client = useQueryClient()
  const [products] = useState(() => toReview(order.lines))
  const [drafts, setDrafts] = useKeptDrafts(order.id)
  const myName = useMyName()
  const [sent, setSent] = useState<Record<string, SentReview>>({})
  /** Problems are shown once the shopper thinks they are done. */
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [pictures, setPictures] = useState<Record<string, PicturesState>>({})
  const running = useRef(false)

  const draftOf = (productId: string): Draft => drafts.products[productId] ?? NO_DRAFT
  const open = products.filter(({ productId }) => !sent[productId])
  const begun = open.filter(({ productId }) => isBegun(draftOf(productId)))
  const nickname = drafts.anonymous ? null : drafts.nickname.trim()

  function close(productId: string, as: SentReview) {
    setSent((before) => ({ ...before, [productId]: as }))
    setDrafts((before) => ({ ...before, products: { ...before.products, [productId]: NO_DRAFT } }))
  }

  /** One after the other: what fails leaves the rest unsent, as written. */
  async function sendAll() {
    for (const { productId } of begun) {
      const { stars, text, tags, pictures } = draftOf(productId)
      const said = {
        productId,
        stars,
        text: text.trim(),
        nickname,
        tags: [...tags],
        pictures: pictures.map(({ id }) => id),
      }
      try {
        const { status } = await api.reviews.write(order.id, said)
        close(productId, status)
      } catch (error) {
        if (isApiError(error) && error.code === 'already_reviewed') close(productId, 'already')
        else return toast(errorSentence(error, t))
      }
    }
  }

  return {
    products,
    sent,
    draftOf,
    problemOf: (productId: string): DraftProblem | null => (tried ? draftProblem(draftOf(productId)) : null),
    change(productId: string, changed: Partial<Draft>) {
      setDrafts((before) => {
        const draft = { ...(before.products[productId] ?? NO_DRAFT), ...changed }
        return { ...before, products: { ...before.products, [productId]: draft } }
      })
    },
    setPictures: (productId: string, state: PicturesState) =>
      setPictures((before) => ({ ...before, [productId]: state })),
    anonymous: drafts.anonymous,
    /** Who wants to be named is offered the name they have here. */
    setAnonymous: (anonymous: boolean) =>
      setDrafts((before) => ({ ...before, anonymous, nickname: before.nickname || myName.slice(0, LONGEST_NICKNAME) })),
    nickname: drafts.nickname,
    setNickname: (typed: string) => setDrafts((before) => ({ ...before, nickname: typed })),
    nicknameMissing: tried && nickname === '',
    /** Something is written and not sent. */
    unsent: begun.length > 0,
    done: open.length === 0,
    sending,
    async send() {
      if (running.current) return
      if (begun.length === 0) return toast(t('review.nothingYet'))
      setTried(true)
      if (nickname === '' || begun.some(({ productId }) => draftProblem(draftOf(productId)))) return
      const unready = begun.map(({ productId }) => pictures[productId]).find((state) => state && state !== 'settled')
      if (unready) return toast(t(unready === 'sending' ? 'uploads.wait' : 'uploads.stuck'))
      running.current = true
      setSending(true)
      await sendAll()
      running.current = false
      setSending(false)
      setTried(false)
      await rereadOrders(client, order.id)
    },
  }
}
