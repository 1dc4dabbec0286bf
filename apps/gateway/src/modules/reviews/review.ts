import type { Picture } from '@xiaopu/commerce'

export type ReviewStatus = 'pending' | 'published' | 'rejected'

/** What the shopper had to add later; once a review, and let through on its own. */
export interface FollowUp {
  text: string
  pictures: Picture[]
  createdAt: Date
  reply: string | null
}

/** One that is shown. */
export interface Review {
  id: string
  /** null: anonymous. */
  nickname: string | null
  stars: number
  /** Plain text. */
  text: string
  /** What was bought, in words; empty where the shop system kept the review. */
  options: string[]
  tags: string[]
  pictures: Picture[]
  createdAt: Date
  reply: string | null
  followUp: FollowUp | null
}

/** A review as its writer sees it, whatever became of it. */
export interface OwnReview {
  productId: string
  stars: number
  text: string
  tags: string[]
  pictures: Picture[]
  createdAt: Date
  status: ReviewStatus
  followUp: (Omit<FollowUp, 'reply'> & { status: ReviewStatus }) | null
}

/** Only those that are all of it. */
export interface Narrowing {
  /** 4–5, 3, 1–2 stars. */
  stars?: 'good' | 'fair' | 'poor'
  tag?: string
  /** With pictures in it or in its follow-up; with a follow-up. */
  only?: 'pictures' | 'follow_up'
}

/** Counts over all published reviews of a product. */
export interface Figures {
  /** Of all stars together. */
  stars: number
  good: number
  fair: number
  poor: number
  pictures: number
  followUps: number
  /** The most used first. */
  tags: { tag: string; count: number }[]
}

export const STARS = { good: [4, 5], fair: [3, 3], poor: [1, 2] } as const

/** A place in a list that is ordered by time, then id. */
export interface Place {
  at: Date
  id: string
}

export const cursorOf = ({ createdAt, id }: { createdAt: Date; id: string }): string => `${createdAt.getTime()}.${id}`

/** A cursor we did not make starts from the top. */
export function placeOf(cursor: string | undefined): Place | undefined {
  const [, ms, id] = /^(\d{1,14})\.([\w-]{1,64})$/.exec(cursor ?? '') ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : undefined
}
