import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type {
  Locale,
  OrderReviews,
  ReviewPage,
  ReviewQuery,
  WriteFollowUp,
  WriteReview,
  WrittenReview,
} from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound, Refusal } from '../../http/refusal'
import type { TextCheck } from '../content-safety/text-check'
import type { PictureView } from '../media/picture-view'
import type { Uploads } from '../uploads/service'
import type { ReviewLedger } from './ledger'
import { plainLine, plainText } from './plain-text'
import { figuresView, ownReviewView, reviewView } from './views'

interface Needs {
  backend: CommerceBackend
  ledger: ReviewLedger
  uploads: Pick<Uploads, 'claim' | 'release'>
  picture: PictureView
  checkText: TextCheck
}

export type Reviews = ReturnType<typeof createReviews>

/** What buyers say, and who may say something. */
export function createReviews({ backend, ledger, uploads, picture, checkText }: Needs) {
  /** @throws Refusal `not_found`: the product is unknown, or not on sale; `not_supported`: nothing to narrow by */
  async function list(locale: Locale, productId: string, query: z.output<typeof ReviewQuery>): Promise<ReviewPage> {
    if ((query.stars || query.tag || query.only) && !backend.reviewExtras) throw new Refusal('not_supported')
    const [page, figures] = await Promise.all([
      backend.reviews.list({ locale }, productId, query),
      backend.reviewExtras?.figures(productId) ?? null,
    ])
    if (!page) throw notFound('product')
    return { ...page, items: page.items.map(reviewView(picture)), figures: figures && figuresView(figures) }
  }

  /** @throws Refusal `not_found`: no such order of theirs */
  async function ofOrder(context: ShopperContext, orderId: string): Promise<OrderReviews> {
    if (!(await backend.orders.get(context, orderId))) throw notFound('order')
    if (!backend.reviewExtras) return { extras: false, reviews: [] }
    const [own, said] = await Promise.all([backend.reviewExtras.ofOrder(context, orderId), ledger.saidOf([orderId])])
    return { extras: true, reviews: own.map(ownReviewView(picture, said.get(orderId)!.followable)) }
  }

  /**
   * One review per product of an own order that has been sent.
   *
   * @throws Refusal `not_found`: no such order of theirs, or the product is not on it or not on sale any more;
   *   `order_not_reviewable`, `already_reviewed`, `validation_failed`, `text_refused`, `not_supported`
   */
  async function write(
    context: ShopperContext,
    orderId: string,
    body: z.output<typeof WriteReview>,
  ): Promise<WrittenReview> {
    const { productId, stars, tags } = body
    const text = readableText(body.text)
    if (tags.length + body.pictures.length > 0) demandExtras()
    await demandReviewable(context, orderId, productId)
    const nickname = plainLine(body.nickname ?? '') || null
    // In doubt or not: nothing is shown before a person has looked at it.
    await checkText(context.customer.id, { scene: 'comment', text, nickname: nickname ?? undefined })
    const product = { orderId, productId }
    if (!(await ledger.claim(context.customer.id, product))) throw new Refusal('already_reviewed')
    try {
      const by = `review:${orderId}:${productId}`
      const pictures = await uploads.claim({ shopperId: context.customer.id, ids: body.pictures, by })
      const request = { orderId, productId, stars, text, nickname, tags, pictures }
      const written = await backend.reviews.write(context, request)
      if (!written.ok) {
        await uploads.release(by)
        throw notFound('product on sale')
      }
      await ledger.settle(product)
      return { status: written.status }
    } catch (error) {
      // Also when the back end went silent: a review that somebody of the shop sees twice is better than one that is lost.
      // Its pictures stay claimed by it: perhaps it was written, and the next try names them again.
      await ledger.release(product)
      throw error
    }
  }

  /**
   * Something more, once a review, within 180 days of it.
   *
   * @throws Refusal `not_found`: no such order of theirs; `follow_up_closed`: there is no review to add to, or too late, or
   *   something was added; `validation_failed`, `text_refused`, `not_supported`
   */
  async function followUp(
    context: ShopperContext,
    orderId: string,
    body: z.output<typeof WriteFollowUp>,
  ): Promise<WrittenReview> {
    const { productId } = body
    const extras = demandExtras()
    const text = readableText(body.text)
    if (!(await backend.orders.get(context, orderId))) throw notFound('order')
    const said = await ledger.saidOf([orderId])
    if (!said.get(orderId)!.followable.has(productId)) throw new Refusal('follow_up_closed')
    await checkText(context.customer.id, { scene: 'comment', text })
    const by = `follow-up:${orderId}:${productId}`
    const pictures = await uploads.claim({ shopperId: context.customer.id, ids: body.pictures, by })
    const written = await extras.followUp(context, { orderId, productId, text, pictures })
    if (!written.ok && written.problem === 'no_review') await uploads.release(by)
    else await ledger.followUp({ orderId, productId })
    if (!written.ok) throw new Refusal('follow_up_closed')
    return { status: 'pending' }
  }

  function demandExtras() {
    if (backend.reviewExtras) return backend.reviewExtras
    throw new Refusal('not_supported', { detail: `${backend.name} keeps stars and words only` })
  }

  async function demandReviewable(context: ShopperContext, orderId: string, productId: string): Promise<void> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    if (!order.lines.some((line) => line.productId === productId)) throw notFound('product on this order')
    const isHere = order.status === 'completed' || (order.status === 'shipped' && !order.pickup)
    if (!isHere) throw new Refusal('order_not_reviewable')
  }

  return { list, ofOrder, write, followUp }
}

function readableText(typed: string): string {
  const text = plainText(typed)
  if (text !== '') return text
  throw new Refusal('validation_failed', { fields: [{ path: 'body.text', message: 'nothing that can be read' }] })
}
