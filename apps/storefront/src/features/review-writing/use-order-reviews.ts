import { useQuery } from '@tanstack/react-query'
import type { OwnReview } from '@xiaopu/contract'
import { useRef } from 'react'
import { api } from '../../api/client'
import { orderKeys } from '../orders'

/**
 * What was said of the order, and whether there is more than stars and words to say. The form waits for it; when it cannot be had,
 * stars and words will do.
 */
export function useOrderReviews(orderId: string) {
  const { data, isPending } = useQuery({
    queryKey: [...orderKeys.order(orderId), 'reviews'],
    queryFn: ({ signal }) => api.reviews.ofOrder(orderId, { signal }),
    enabled: orderId !== '',
  })
  return { waiting: isPending, extras: data?.extras ?? false, reviews: data?.reviews ?? [] }
}

/** Those that could be added to when the page opened: once something is, the page is still there to say that it was sent. */
export function useFollowable(reviews: readonly OwnReview[]): readonly OwnReview[] {
  const opened = useRef<readonly OwnReview[]>([])
  const open = reviews.filter(({ followUpOpen }) => followUpOpen)
  if (open.length > opened.current.length) opened.current = open
  return opened.current
}
