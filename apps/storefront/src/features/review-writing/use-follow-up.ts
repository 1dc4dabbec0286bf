import { useQueryClient } from '@tanstack/react-query'
import type { OwnReview, Upload } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { rereadOrders } from '../orders'
import type { PicturesState } from '../uploads'

/** Something to add to one review. */
export function useFollowUp(orderId: string, { productId }: Pick<OwnReview, 'productId'>) {
  const { t } = useLocale()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [pictures, setPictures] = useState<Upload[]>([])
  const [state, setState] = useState<PicturesState>('settled')
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState(false)
  const running = useRef(false)

  return {
    text,
    setText,
    setPictures(uploads: Upload[], picturesState: PicturesState) {
      setPictures(uploads)
      setState(picturesState)
    },
    /** Something is written and not sent. */
    unsent: !sent && (text.trim() !== '' || pictures.length > 0),
    sending,
    sent,
    async send() {
      if (running.current) return
      if (text.trim() === '') return toast(t('review.addNothing'))
      if (state !== 'settled') return toast(t(state === 'sending' ? 'uploads.wait' : 'uploads.stuck'))
      running.current = true
      setSending(true)
      try {
        await api.reviews.followUp(orderId, { productId, text: text.trim(), pictures: pictures.map(({ id }) => id) })
        setSent(true)
        await rereadOrders(client, orderId)
      } catch (error) {
        toast(errorSentence(error, t))
      }
      running.current = false
      setSending(false)
    },
  }
}
