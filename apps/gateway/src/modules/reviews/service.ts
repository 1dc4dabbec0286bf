import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type { Locale, ReviewPage, ReviewQuery, WriteReview, WrittenReview } from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound, Refusal } from '../../http/refusal'
import type { TextCheck } from '../content-safety/text-check'
import type { PictureView } from '../media/picture-view'
import type { ReviewLedger } from './ledger'
import { plainLine, plainText } from './plain-text'
import { reviewView } from './views'

export type Reviews = ReturnType<typeof createReviews>

/** What buyers say, and who may say something. */
export function createReviews(
  backend: CommerceBackend,
  ledger: ReviewLedger,
  picture: PictureView,
  checkText: TextCheck,
) {
  /** @throws Refusal `not_found`: the product is unknown, or not on sale */
  async function list(locale: Locale, productId: string, query: z.output<typeof ReviewQuery>): Promise<ReviewPage> {
    const page = await backend.reviews.list({ locale }, productId, query)
    if (!page) throw notFound('product')
    return { ...page, items: page.items.map(reviewView(picture)) }
  }

  /**
   * One review per product of an own order that has been sent.
   *
   * @throws Refusal `not_found`: no such order of theirs, or the product is not on it or not on sale any more;
   *   `order_not_reviewable`, `already_reviewed`, `validation_failed`, `text_refused`
   */
  async function write(context: ShopperContext, orderId: string, body: WriteReview): Promise<WrittenReview> {
    const { productId, stars } = body
    const text = readableText(body.text)
    await demandReviewable(context, orderId, productId)
    const nickname = plainLine(body.nickname ?? '') || null
    // In doubt or not: nothing is shown before a person has looked at it.
    await checkText(context.customer.id, { scene: 'comment', text, nickname: nickname ?? undefined })
    const product = { orderId, productId }
    if (!(await ledger.claim(context.customer.id, product))) throw new Refusal('already_reviewed')
    try {
      const written = await backend.reviews.write(context, { orderId, productId, stars, text, nickname })
      if (!written.ok) throw notFound('product on sale')
      await ledger.settle(product)
      return { status: written.status }
    } catch (error) {
      // Also when the back end went silent: a review that somebody of the shop sees twice is better than one that is lost.
      await ledger.release(product)
      throw error
    }
  }

  async function demandReviewable(context: ShopperContext, orderId: string, productId: string): Promise<void> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    if (!order.lines.some((line) => line.productId === productId)) throw notFound('product on this order')
    if (order.status !== 'shipped' && order.status !== 'completed') throw new Refusal('order_not_reviewable')
  }

  return { list, write }
}

function readableText(typed: string): string {
  const text = plainText(typed)
  if (text !== '') return text
  throw new Refusal('validation_failed', { fields: [{ path: 'body.text', message: 'nothing that can be read' }] })
}
