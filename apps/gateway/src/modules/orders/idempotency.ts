import { createHash } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { PlaceOrder } from '@xiaopu/contract'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import { isLeaving } from '../identity/leaving'
import { type DecidedOrder, idempotencyKeys } from './tables'

const KEEP = 24 * 60 * 60_000
/** No order takes longer to be placed, ms. */
const PLACING = 5 * 60_000

/** One use of a key by one shopper with one body. */
export interface KeyUse {
  shopperId: string
  key: string
  bodyHash: string
}

export const keyUseOf = (shopperId: string, key: string, body: PlaceOrder): KeyUse => ({
  shopperId,
  key,
  // The schema has put the members in its own order, so that equal orders are equal texts.
  bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
})

/**
 * What the back end knows the order by. The body is part of it: when the key is used again after its day, for something
 * else, it must not find the order of then.
 */
export const referenceOf = ({ shopperId, key, bodyHash }: KeyUse): string =>
  createHash('sha256')
    .update(JSON.stringify([shopperId, key, bodyHash]))
    .digest('base64url')

export type IdempotencyKeys = ReturnType<typeof createIdempotencyKeys>

/**
 * Which keys were used, for what. There is no lock: whoever decides first has decided for all, and the back end makes
 * one order of one reference, however many ask, at once or after a crash.
 */
export function createIdempotencyKeys(db: Sql, clock: Clock) {
  const row = ({ shopperId, key }: KeyUse) =>
    and(eq(idempotencyKeys.shopperId, shopperId), eq(idempotencyKeys.key, key))

  /**
   * Resolves with the id of the order this key has made, if it has.
   *
   * @throws Refusal `idempotency_key_reused`: the key came with another body within its day; `request_in_progress`: the
   *   account is being deleted
   */
  async function claim(use: KeyUse): Promise<string | null> {
    await db
      .insert(idempotencyKeys)
      .values({ ...use, createdAt: clock() })
      .onConflictDoNothing()
    // After the key is written: whoever deletes the account says so first and looks for keys then, so that one sees the other.
    if (await isLeaving(db, clock, use.shopperId)) {
      await release(use)
      throw new Refusal('request_in_progress')
    }
    const known = await find(use)
    // Released by a refusal between the two statements: as good as new.
    if (!known) return null
    if (known.bodyHash !== use.bodyHash) throw new Refusal('idempotency_key_reused')
    return known.orderId
  }

  async function find(use: KeyUse) {
    const [found] = await db.select().from(idempotencyKeys).where(row(use))
    return found
  }

  /** Writes what to order unless somebody has; resolves with what counts. */
  async function decide(use: KeyUse, decided: DecidedOrder): Promise<DecidedOrder> {
    const mine = { ...use, decided, createdAt: clock() }
    const [written] = await db
      .insert(idempotencyKeys)
      .values(mine)
      .onConflictDoUpdate({
        target: [idempotencyKeys.shopperId, idempotencyKeys.key],
        set: { decided },
        setWhere: isNull(idempotencyKeys.decided),
      })
      .returning({ decided: idempotencyKeys.decided })
    return written?.decided ?? (await find(use))?.decided ?? decided
  }

  /** The order exists. Written also when a refusal of the same key, a moment ago, has released it. */
  async function settle(use: KeyUse, decided: DecidedOrder, orderId: string): Promise<void> {
    await db
      .insert(idempotencyKeys)
      .values({ ...use, decided, orderId, createdAt: clock() })
      .onConflictDoUpdate({ target: [idempotencyKeys.shopperId, idempotencyKeys.key], set: { orderId } })
  }

  /** The attempt was refused and nothing was written: the key is free again. */
  async function release(use: KeyUse): Promise<void> {
    await db
      .delete(idempotencyKeys)
      .where(and(row(use), eq(idempotencyKeys.bodyHash, use.bodyHash), isNull(idempotencyKeys.orderId)))
  }

  /** Whether an order may be on its way that the shop system does not show yet. */
  async function isPlacing(shopperId: string): Promise<boolean> {
    const since = after(clock(), -PLACING)
    const open = and(eq(idempotencyKeys.shopperId, shopperId), isNull(idempotencyKeys.orderId))
    return (await db.$count(idempotencyKeys, and(open, gt(idempotencyKeys.createdAt, since)))) > 0
  }

  async function forgetOldKeys(): Promise<void> {
    await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, after(clock(), -KEEP)))
  }

  return { claim, find, decide, settle, release, isPlacing, forgetOldKeys }
}
