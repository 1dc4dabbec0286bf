import type { Context, Page, Picture, ShopperContext } from './values'

/** `average`: 1–5 over all published reviews, to one decimal; null while there is none. */
export interface ReviewSummary {
  count: number
  average: number | null
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
  pictures: Picture[]
  createdAt: Date
  reply: string | null
}

/** The gateway has checked that the order is the shopper's, was sent, and has the product on it. */
export interface ReviewRequest {
  orderId: string
  productId: string
  stars: number
  text: string
  nickname: string | null
}

export interface ReviewsPort {
  /** Newest first; only what somebody of the shop has let through. null: no such product on sale. */
  list(
    context: Context,
    productId: string,
    query: { cursor?: string; limit: number },
  ): Promise<(Page<Review> & { summary: ReviewSummary }) | null>
  /** Never shown before the merchant has looked at it. `unknown_product`: not on sale any more. */
  write(
    context: ShopperContext,
    request: ReviewRequest,
  ): Promise<{ ok: true; status: 'pending' | 'published' } | { ok: false; problem: 'unknown_product' }>
}
