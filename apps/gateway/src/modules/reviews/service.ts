import type { CommerceBackend, Order, ShopperContext } from '@xiaopu/commerce'
import type { OrderReviews, WriteFollowUp, WriteReview, WrittenReview } from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound, Refusal } from '../../http/refusal'
import type { TextCheck } from '../content-safety/text-check'
import type { PictureView } from '../media/picture-view'
import type { Uploads } from '../uploads/service'
import type { ReviewBook } from './book'
import type { ReviewLedger } from './ledger'
import { plainLine, plainText } from './plain-text'
import { ownReviewView } from './views'

interface Needs {
  backend: Pick<CommerceBackend, 'orders' | 'catalog'>
  book: ReviewBook
  ledger: ReviewLedger
  uploads: Pick<Uploads, 'claim' | 'release'>
  picture: PictureView
  checkText: TextCheck
}

export type Reviews = ReturnType<typeof createReviews>

/** What buyers say, and who may say something. Kept here, with every back end. */
export function createReviews({ backend, book, ledger, uploads, picture, checkText }: Needs) {
  /** @throws Refusal `not_found`: no such order of theirs */
  async function ofOrder(context: ShopperContext, orderId: string): Promise<OrderReviews> {
    if (!(await backend.orders.get(context, orderId))) throw notFound('order')
    const [own, said] = await Promise.all([book.ofOrder(context.customer.id, orderId), ledger.saidOf([orderId])])
    return { extras: true, reviews: own.map(ownReviewView(picture, said.get(orderId)!.followable)) }
  }

  /**
   * One review per product of an own order that has been sent.
   *
   * @throws Refusal `not_found`: no such order of theirs, or the product is not on it or not on sale any more;
   *   `order_not_reviewable`, `already_reviewed`, `validation_failed`, `text_refused`
   */
  async function write(
    context: ShopperContext,
    orderId: string,
    body: z.output<typeof WriteReview>,
  ): Promise<WrittenReview> {
    const { productId, stars, tags } = body
    const text = readableText(body.text)
    const bought = await demandReviewable(context, orderId, productId)
    const [listed] = await backend.catalog.summaries(context, [productId])
    if (!listed) throw notFound('product on sale')
    const nickname = plainLine(body.nickname ?? '') || null
    const { id: shopperId } = context.customer
    // In doubt or not: nothing is shown before a person has looked at it.
    await checkText(shopperId, { scene: 'comment', text, nickname: nickname ?? undefined })
    const product = { orderId, productId }
    if (!(await ledger.claim(shopperId, product))) throw new Refusal('already_reviewed')
    try {
      const pictures = await uploads.claim({ shopperId, ids: body.pictures, by: `review:${orderId}:${productId}` })
      await book.write({
        ...{ shopperId, locale: context.locale, orderId, productId, stars, text, nickname, tags, pictures },
        productName: bought[0]!.name,
        options: bought.flatMap(({ options }) => options),
      })
      await ledger.settle(product)
      return { status: 'pending' }
    } catch (error) {
      // Its pictures stay claimed by it: perhaps it was written, and the next try names them again.
      await ledger.release(product)
      throw error
    }
  }

  /**
   * Something more, once a review, within 180 days of it.
   *
   * @throws Refusal `not_found`: no such order of theirs; `follow_up_closed`: there is no review to add to, or too late, or
   *   something was added; `validation_failed`, `text_refused`
   */
  async function followUp(
    context: ShopperContext,
    orderId: string,
    body: z.output<typeof WriteFollowUp>,
  ): Promise<WrittenReview> {
    const { productId } = body
    const text = readableText(body.text)
    if (!(await backend.orders.get(context, orderId))) throw notFound('order')
    const said = await ledger.saidOf([orderId])
    if (!said.get(orderId)!.followable.has(productId)) throw new Refusal('follow_up_closed')
    const { id: shopperId } = context.customer
    await checkText(shopperId, { scene: 'comment', text })
    const by = `follow-up:${orderId}:${productId}`
    const pictures = await uploads.claim({ shopperId, ids: body.pictures, by })
    const outcome = await book.followUp({ shopperId, orderId, productId, text, pictures })
    if (outcome === 'no_review') await uploads.release(by)
    else await ledger.followUp({ orderId, productId })
    if (outcome !== 'written') throw new Refusal('follow_up_closed')
    return { status: 'pending' }
  }

  /** Its lines of the order. */
  async function demandReviewable(
    context: ShopperContext,
    orderId: string,
    productId: string,
  ): Promise<Order['lines']> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    const bought = order.lines.filter((line) => line.productId === productId)
    if (bought.length === 0) throw notFound('product on this order')
    const isHere = order.status === 'completed' || (order.status === 'shipped' && !order.pickup)
    if (!isHere) throw new Refusal('order_not_reviewable')
    return bought
  }

  return { ofOrder, write, followUp }
}

function readableText(typed: string): string {
  const text = plainText(typed)
  if (text !== '') return text
  throw new Refusal('validation_failed', { fields: [{ path: 'body.text', message: 'nothing that can be read' }] })
}
