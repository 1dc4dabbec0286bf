import type { Context, ShopperContext } from './values'

/** A review that the shop system keeps: of its website, or one of ours that it was told of. */
export interface KeptReview {
  /** The same from one reading to the next, for as long as nobody changes the review. */
  id: string
  /** null: anonymous. */
  nickname: string | null
  /** 1–5, whole. */
  stars: number
  /** Plain text. */
  text: string
  createdAt: Date
  /** One that `tell` answered with says that it is that review, also where somebody has changed its words. The surest first. */
  marks: string[]
}

/** A review that was written and let through here. */
export interface ToldReview {
  productId: string
  stars: number
  text: string
  nickname: string | null
}

/**
 * Reviews of a shop system that keeps some itself. What shoppers write here, with pictures, tags, answers and what they add,
 * is the gateway's, with every back end.
 */
export interface ReviewsPort {
  /** Those the merchant has let through there, the newest first, of very many the newest. null: no such product on sale. */
  list(context: Context, productId: string): Promise<KeptReview[] | null>
  /** The marks `tell` can give before it has been asked: kept first, a review whose answer got lost is known again, too. */
  marksOf(context: Context, review: ToldReview): Promise<string[]>
  /**
   * Stars and words of a review, for the merchant's website too: written there as the shopper, and waiting there for the
   * merchant as any other. `unknown_product`: not on sale any more.
   */
  tell(
    context: ShopperContext,
    review: ToldReview,
  ): Promise<{ ok: true; marks: string[] } | { ok: false; problem: 'unknown_product' }>
}
