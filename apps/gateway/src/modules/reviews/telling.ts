import { BackendUnavailable, type CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { reviews } from './tables'

interface Needs {
  db: Sql
  shop: NonNullable<CommerceBackend['reviews']>
  clock: Clock
  log: Pick<FastifyBaseLogger, 'warn'>
}

/** It is told again after as long as it has waited, within these, ms. */
const AGAIN = { least: 15 * 60_000, most: 6 * 60 * 60_000 }
const AT_ONCE = 20

/**
 * Tells the shop system of reviews that were let through here, so that its website can show their stars and words, too. By what
 * one is known there is written down before it is told: should the answer get lost, it is told again, and its merchant sees
 * two of the same among what waits there; whichever is let through is known for ours.
 */
export function createTelling({ db, shop, clock, log }: Needs) {
  /** A job. @throws BackendUnavailable, with what is left for the next time */
  return async function tellOfReviews(): Promise<void> {
    const due = await db
      .select()
      .from(reviews)
      .where(and(lte(reviews.tellFrom, clock()), isNotNull(reviews.shopperId), eq(reviews.status, 'published')))
      .orderBy(asc(reviews.tellFrom))
      .limit(AT_ONCE)
    for (const review of due) await tell(review)
  }

  async function tell(review: typeof reviews.$inferSelect): Promise<void> {
    const { id, productId, stars, text, nickname, locale, shopperId } = review
    const context = { locale, customer: { id: shopperId! } }
    const said = { productId, stars, text, nickname }
    const before = await shop.marksOf(context, said)
    const waited = clock().getTime() - review.createdAt.getTime()
    const taken = await db
      .update(reviews)
      .set({ marks: before, tellFrom: after(clock(), Math.min(Math.max(waited, AGAIN.least), AGAIN.most)) })
      .where(and(eq(reviews.id, id), eq(reviews.tellFrom, review.tellFrom!), isNotNull(reviews.shopperId)))
      .returning({ id: reviews.id })
    // Another gateway has it, or its writer has just left.
    if (taken.length === 0) return
    try {
      const told = await shop.tell(context, said)
      // Not on sale any more: nobody looks for it there either.
      await db
        .update(reviews)
        .set({ marks: told.ok ? told.marks : [], tellFrom: null })
        .where(eq(reviews.id, id))
    } catch (error) {
      if (error instanceof BackendUnavailable) throw error
      log.warn({ err: error, review: id }, 'the shop system did not take a review; it is told again')
    }
  }
}
