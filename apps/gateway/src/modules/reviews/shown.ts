import { BackendUnavailable, type CommerceBackend } from '@xiaopu/commerce'
import type { Locale, ReviewPage, ReviewQuery, ReviewSummary } from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import type { ReviewBook } from './book'
import { createElsewhere, merged, narrowed, together } from './elsewhere'
import { cursorOf, placeOf } from './review'
import { figuresView, reviewView, summaryOf } from './views'

interface Needs {
  backend: Pick<CommerceBackend, 'name' | 'catalog' | 'reviews'>
  book: ReviewBook
  picture: PictureView
}

export type ShownReviews = ReturnType<typeof createShownReviews>

/** What everybody may read of a product: the reviews kept here, and those the shop system has of its own. */
export function createShownReviews({ backend, book, picture }: Needs) {
  const elsewhere = createElsewhere(backend, book)

  /**
   * @throws Refusal `not_found`: the product is unknown, or not on sale; BackendUnavailable: the shop system does not answer,
   *   and there is nothing here either
   */
  async function list(locale: Locale, productId: string, query: z.output<typeof ReviewQuery>): Promise<ReviewPage> {
    const { cursor, limit, ...narrowing } = query
    const after = placeOf(cursor)
    const [there, own, ours, total] = await Promise.all([
      elsewhere(locale, productId),
      book.figures(productId),
      book.shown(productId, narrowing, { after, limit: limit + 1 }),
      book.countOf(productId, narrowing),
    ])
    if (there.onSale === false) throw notFound('product')
    const figures = together(own, there.reviews)
    const summary = summaryOf(figures)
    if (there.onSale === null && summary.count === 0) throw new BackendUnavailable(`${backend.name} does not answer`)
    const wanted = narrowed(there.reviews, narrowing)
    const next = merged(ours, wanted, after)
    const items = next.slice(0, limit)
    return {
      items: items.map(reviewView(picture)),
      nextCursor: next.length > limit ? cursorOf(items.at(-1)!) : null,
      total: total + wanted.length,
      summary,
      figures: figuresView(figures),
    }
  }

  /** Of all that can be read; where the shop system does not answer, of what is kept here. */
  async function summary(locale: Locale, productId: string): Promise<ReviewSummary> {
    const [there, own] = await Promise.all([elsewhere(locale, productId), book.figures(productId)])
    return summaryOf(together(own, there.reviews))
  }

  return { list, summary }
}
