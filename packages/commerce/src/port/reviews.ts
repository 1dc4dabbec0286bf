import type { Context, Page, Picture, ShopperContext } from './values'

/** `average`: 1–5 over all published reviews, to one decimal; null while there is none. */
export interface ReviewSummary {
  count: number
  average: number | null
}

/** What the shopper had to add later; once a review, and let through on its own. */
export interface FollowUp {
  text: string
  pictures: Picture[]
  createdAt: Date
  reply: string | null
}

export interface Review {
  id: string
  /** null: anonymous. */
  nickname: string | null
  stars: number
  /** Plain text. */
  text: string
  /** What was bought, in words; empty where the back end does not keep it. */
  options: string[]
  /** Ids of a fixed vocabulary, which is none of the back end's business. */
  tags: string[]
  pictures: Picture[]
  createdAt: Date
  reply: string | null
  followUp: FollowUp | null
}

/** The gateway has checked that the order is the shopper's, was sent, and has the product on it. */
export interface ReviewRequest {
  orderId: string
  productId: string
  stars: number
  text: string
  nickname: string | null
  /** Empty unless there are `reviewExtras`. */
  tags: string[]
  pictures: Picture[]
}

/** Only those that are all of it. */
export interface ReviewNarrowing {
  /** 4–5, 3, 1–2 stars. */
  stars?: 'good' | 'fair' | 'poor'
  tag?: string
  /** With pictures in it or in its follow-up; with a follow-up. */
  only?: 'pictures' | 'follow_up'
}

export interface ReviewsPort {
  /**
   * Newest first; only what somebody of the shop has let through. null: no such product on sale. Narrowing is only asked
   * for where there are `reviewExtras`.
   */
  list(
    context: Context,
    productId: string,
    query: ReviewNarrowing & { cursor?: string; limit: number },
  ): Promise<(Page<Review> & { summary: ReviewSummary }) | null>
  /** Never shown before the merchant has looked at it. `unknown_product`: not on sale any more. */
  write(
    context: ShopperContext,
    request: ReviewRequest,
  ): Promise<{ ok: true; status: 'pending' | 'published' } | { ok: false; problem: 'unknown_product' }>
}

/** Counts over all published reviews of a product. */
export interface ReviewFigures {
  good: number
  fair: number
  poor: number
  pictures: number
  followUps: number
  /** The most used first. */
  tags: { tag: string; count: number }[]
}

export type ReviewStatus = 'pending' | 'published' | 'rejected'

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

export interface FollowUpRequest {
  orderId: string
  productId: string
  text: string
  pictures: Picture[]
}

/** Pictures, tags and follow-ups. A back end that keeps stars and words only (Magento Open Source) has none of it. */
export interface ReviewExtrasPort {
  /** null: no such product on sale. */
  figures(productId: string): Promise<ReviewFigures | null>
  /** The shopper's own reviews of an order. */
  ofOrder(context: ShopperContext, orderId: string): Promise<OwnReview[]>
  /** However many ask at once, one is kept. `no_review`: none of theirs, or one that was not let through. */
  followUp(
    context: ShopperContext,
    request: FollowUpRequest,
  ): Promise<{ ok: true } | { ok: false; problem: 'no_review' | 'followed_up' }>
}
