import type { CouponReason, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Locale, WalletCoupon, WalletState } from '@xiaopu/contract'
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { codeOf } from './campaigns'
import { campaigns, takenCoupons } from './tables'
import { type CampaignRow, type StackableOf, stateOf, walletView } from './views'

export type Wallet = ReturnType<typeof createWallet>

/** An order that was going to be placed for so long was not, ms. */
const HOLD = 60 * 60_000
const MOST_SHOWN = 200

/** What shoppers have taken, and what became of it. */
export function createWallet(db: Sql, clock: Clock, stackableOf: StackableOf) {
  const isFree = () =>
    and(
      isNull(takenCoupons.orderId),
      isNull(takenCoupons.redeemedAt),
      or(isNull(takenCoupons.expiresAt), gt(takenCoupons.expiresAt, clock())),
    )
  const ofCode = (shopperId: string, campaignId: string) =>
    and(eq(takenCoupons.shopperId, shopperId), eq(takenCoupons.campaignId, campaignId))

  async function list(shopperId: string, locale: Locale, state: WalletState): Promise<WalletCoupon[]> {
    const now = clock()
    const rows = await db
      .select({ taken: takenCoupons, campaign: campaigns })
      .from(takenCoupons)
      .innerJoin(campaigns, eq(campaigns.id, takenCoupons.campaignId))
      .where(eq(takenCoupons.shopperId, shopperId))
      .orderBy(
        ...(state === 'usable' ? [sql`${takenCoupons.expiresAt} asc nulls last`] : []),
        desc(takenCoupons.takenAt),
        asc(takenCoupons.id),
      )
    const shown = rows.filter(({ taken }) => stateOf(taken, now) === state).slice(0, MOST_SHOWN)
    const stackable = await stackableOf([...new Set(shown.map(({ campaign }) => campaign.code))])
    return shown.map(({ taken, campaign }) =>
      walletView(taken, campaign, { stackable: stackable.has(campaign.code), locale, now }),
    )
  }

  /** Those of the codes that have to be taken first. */
  async function campaignsWith(codes: readonly string[]): Promise<CampaignRow[]> {
    if (codes.length === 0) return []
    return db
      .select()
      .from(campaigns)
      .where(inArray(campaigns.code, codes.map(codeOf)))
      .orderBy(asc(campaigns.id))
  }

  /** null: the code may count for this shopper, who has taken it or need not. Otherwise why not. */
  async function objection(shopperId: string, code: string): Promise<CouponReason | null> {
    const [campaign] = await campaignsWith([code])
    if (!campaign) return null
    const mine = await db.select().from(takenCoupons).where(ofCode(shopperId, campaign.id))
    const states = new Set(mine.map((row) => stateOf(row, clock())))
    if (states.has('usable')) return null
    // Who has not taken it is told as little as who has guessed a code.
    if (states.size === 0) return 'unknown'
    return states.has('used') ? 'used_up' : 'expired'
  }

  /**
   * Keeps a coupon of each of the codes for the order that is being placed, the one that ends first. The same reference gets the same
   * ones again. false: of one of them there is none that is free, and none is kept.
   */
  async function hold(shopperId: string, codes: readonly string[], reference: string): Promise<boolean> {
    const wanted = await campaignsWith(codes)
    if (wanted.length === 0) return true
    return db.transaction(async (transaction) => {
      const before = await transaction.select().from(takenCoupons).where(eq(takenCoupons.heldBy, reference))
      const missing = wanted.filter(({ id }) => before.every(({ campaignId }) => campaignId !== id))
      const free: string[] = []
      for (const { id } of missing) {
        const [found] = await transaction
          .select({ id: takenCoupons.id })
          .from(takenCoupons)
          .where(and(ofCode(shopperId, id), isFree(), isNull(takenCoupons.heldBy)))
          .orderBy(sql`${takenCoupons.expiresAt} asc nulls last`, asc(takenCoupons.id))
          .limit(1)
          // Nobody waits for another's: two orders that want the same two can never block each other.
          .for('update', { skipLocked: true })
        if (!found) return false
        free.push(found.id)
      }
      if (free.length > 0) {
        const held = { heldBy: reference, heldAt: clock() }
        await transaction.update(takenCoupons).set(held).where(inArray(takenCoupons.id, free))
      }
      return true
    })
  }

  const letGo = { heldBy: null, heldAt: null }

  /** The order was refused. */
  async function release(reference: string): Promise<void> {
    await db
      .update(takenCoupons)
      .set(letGo)
      .where(and(eq(takenCoupons.heldBy, reference), isNull(takenCoupons.orderId)))
  }

  async function spend(reference: string, orderId: string): Promise<void> {
    await db.update(takenCoupons).set({ orderId }).where(eq(takenCoupons.heldBy, reference))
  }

  /** The order exists, whatever became of the answer: the coupons that were held for it are spent. */
  async function noteOrder({ id, customerId, coupons }: Pick<Order, 'id' | 'customerId' | 'coupons'>): Promise<void> {
    for (const campaign of await campaignsWith(coupons.map(({ code }) => code))) {
      const spent = and(eq(takenCoupons.orderId, id), eq(takenCoupons.campaignId, campaign.id))
      if ((await db.$count(takenCoupons, spent)) > 0) continue
      await db.execute(sql`
        update ${takenCoupons} set order_id = ${id} where id = (
          select id from ${takenCoupons}
          where shopper_id = ${customerId} and campaign_id = ${campaign.id} and order_id is null and held_by is not null
          order by held_at limit 1 for update skip locked)`)
    }
  }

  /** The order came to nothing: its coupons are the shopper's again. */
  async function giveBack(orderId: string): Promise<void> {
    await db
      .update(takenCoupons)
      .set({ orderId: null, ...letGo })
      .where(eq(takenCoupons.orderId, orderId))
  }

  async function forgetOldHolds(): Promise<void> {
    await db
      .update(takenCoupons)
      .set(letGo)
      .where(and(isNull(takenCoupons.orderId), lte(takenCoupons.heldAt, after(clock(), -HOLD))))
  }

  /** @throws Refusal `not_found`; `coupon_spent`: used, held by an order, or over */
  async function redeem(tillCode: string) {
    const redeemedAt = clock()
    const [redeemed] = await db
      .update(takenCoupons)
      .set({ redeemedAt })
      .where(and(eq(takenCoupons.tillCode, tillCode), isFree(), isNull(takenCoupons.heldBy)))
      .returning()
    if (!redeemed) {
      const known = await db.$count(takenCoupons, eq(takenCoupons.tillCode, tillCode))
      throw known > 0 ? new Refusal('coupon_spent') : notFound('coupon')
    }
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, redeemed.campaignId))
    const { name, benefit, note } = campaign!.terms
    const inChinese = { name: name['zh-CN'], benefit: benefit['zh-CN'], note: note['zh-CN'] }
    return { ...inChinese, redeemedAt: redeemedAt.toISOString() }
  }

  return { list, objection, hold, release, spend, noteOrder, giveBack, forgetOldHolds, redeem }
}
