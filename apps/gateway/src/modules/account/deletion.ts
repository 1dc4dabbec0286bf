import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { AccountDeletion, DeletionBlocker } from '@xiaopu/contract'
import { eq, lte } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import { beginLeaving, stayAfterAll, stillLeaving } from '../identity/leaving'
import { departures, shoppers } from '../identity/tables'
import type { IdempotencyKeys } from '../orders/idempotency'
import type { PersonalPart } from './personal-part'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'shoppers'>
  parts: readonly PersonalPart[]
  keys: Pick<IdempotencyKeys, 'isPlacing'>
  clock: Clock
  log: Pick<FastifyBaseLogger, 'error'>
}

export type Deletion = ReturnType<typeof createDeletion>

/** Calls that were under way when the account went may still write to the shop system for so long, ms. */
const STRAGGLERS = 60_000
const MOST_BLOCKERS = 20

/** The end of an account. */
export function createDeletion({ db, backend, parts, keys, clock, log }: Needs) {
  async function outlook(context: ShopperContext): Promise<AccountDeletion> {
    const names = (fate: PersonalPart['withAccount']) =>
      parts.filter(({ withAccount }) => withAccount === fate).map(({ name }) => name)
    return { blockers: await blockersOf(context), goes: names('goes'), stays: names('stays') }
  }

  async function blockersOf(context: ShopperContext): Promise<DeletionBlocker[]> {
    const found = await Promise.all(parts.map((part) => part.blockers?.(context) ?? []))
    return found.flat().slice(0, MOST_BLOCKERS)
  }

  /**
   * Deletes the shopper and everything of theirs but the books. First it is written down that they are leaving: from then on
   * no order begins, and one that has begun is seen. The same person signs in as somebody new afterwards.
   *
   * @throws Refusal `account_in_use`: see `outlook`; `request_in_progress`: an order is just being placed, or another phone is
   *   at it; BackendUnavailable: whether something is on its way cannot be found out
   */
  async function remove(context: ShopperContext): Promise<void> {
    const { id } = context.customer
    const begunAt = await beginLeaving(db, clock, id)
    if (!begunAt) throw new Refusal('request_in_progress')
    try {
      if (await keys.isPlacing(id)) throw new Refusal('request_in_progress')
      if ((await blockersOf(context)).length > 0) throw new Refusal('account_in_use')
      await forgetHere(id, begunAt)
    } catch (error) {
      await stayAfterAll(db, id, begunAt)
      throw error
    }
    await tellShop(id).catch((error: unknown) =>
      log.error({ err: error }, 'the shop system has not forgotten a shopper'),
    )
  }

  async function forgetHere(id: string, begunAt: Date): Promise<void> {
    await db.transaction(async (transaction) => {
      const [row] = await transaction.select().from(shoppers).where(eq(shoppers.id, id)).for('update')
      if (!stillLeaving(row, begunAt, clock())) throw new Refusal('request_in_progress')
      for (const part of parts) await part.forget?.(transaction, id)
      await transaction.insert(departures).values({ shopperId: id, leftAt: clock() })
      await transaction.delete(shoppers).where(eq(shoppers.id, id))
    })
  }

  const tellShop = (id: string) => backend.shoppers.forget(id)

  /** Tells the shop system once more, when nothing of the shopper can be under way any more; and for the first time, if it was away. */
  async function settleDepartures(): Promise<void> {
    const due = await db
      .select()
      .from(departures)
      .where(lte(departures.leftAt, after(clock(), -STRAGGLERS)))
      .limit(100)
    for (const { shopperId } of due) {
      await tellShop(shopperId)
      await db.delete(departures).where(eq(departures.shopperId, shopperId))
    }
  }

  return { outlook, remove, settleDepartures }
}
