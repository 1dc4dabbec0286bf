import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Campaign, CampaignTerms, Locale, MerchantCampaign, WalletCoupon } from '@xiaopu/contract'
import { and, asc, count, eq, isNotNull, or, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { campaigns, takenCoupons } from './tables'
import { type CampaignRow, isOpen, type StackableOf, walletView } from './views'

export type Campaigns = ReturnType<typeof createCampaigns>

const DAY = 24 * 60 * 60_000

/** What can be taken, and the taking of it. */
export function createCampaigns(db: Sql, clock: Clock, stackableOf: StackableOf) {
  /** Those that can be taken now. @param counts by its code: whether one is asked for */
  async function list(locale: Locale, counts: (code: string) => boolean = () => true): Promise<Campaign[]> {
    const rows = await db.select().from(campaigns).orderBy(asc(campaigns.createdAt), asc(campaigns.id))
    const open = rows.filter((row) => isOpen(row, clock()) && counts(row.code))
    const stackable = await stackableOf(open.map(({ code }) => code))
    return open.map((row) => campaignView(row, stackable.has(row.code), locale))
  }

  /**
   * Takes one. The campaign's row is locked: of two hundred who want one of ten, ten get it.
   *
   * @throws Refusal `not_found`, `coupon_gone`, `coupon_taken`
   */
  async function take(shopperId: string, campaignId: string, locale: Locale): Promise<WalletCoupon> {
    // Before, not within: the shop system may have only this one connection.
    const [asked] = await db.select({ code: campaigns.code }).from(campaigns).where(eq(campaigns.id, campaignId))
    const stackable = asked ? (await stackableOf([asked.code])).has(asked.code) : false
    return db.transaction(async (transaction) => {
      const [campaign] = await transaction.select().from(campaigns).where(eq(campaigns.id, campaignId)).for('update')
      if (!campaign) throw notFound('campaign')
      const now = clock()
      const { terms } = campaign
      const mine = and(eq(takenCoupons.campaignId, campaignId), eq(takenCoupons.shopperId, shopperId))
      // First: who has it already is not told that it is gone.
      if ((await transaction.$count(takenCoupons, mine)) >= terms.perShopper) throw new Refusal('coupon_taken')
      if (!isOpen(campaign, now)) throw new Refusal('coupon_gone')
      await transaction
        .update(campaigns)
        .set({ taken: sql`${campaigns.taken} + 1` })
        .where(eq(campaigns.id, campaignId))
      const [row] = await transaction
        .insert(takenCoupons)
        .values({
          id: randomUUID(),
          campaignId,
          shopperId,
          takenAt: now,
          expiresAt: expiryOf(terms, now),
          // 10^12 of them, and the till asks nobody's name: not to be guessed, unique by the table.
          tillCode: terms.atTill ? String(randomInt(1e11, 1e12 - 1)) : null,
        })
        .returning()
      return walletView(row!, campaign, { stackable, locale, now })
    })
  }

  /** Makes it, or changes its terms; what was taken keeps its own end. */
  async function put(id: string, terms: CampaignTerms): Promise<void> {
    const code = codeOf(terms.code)
    await db
      .insert(campaigns)
      .values({ id, code, terms, createdAt: clock() })
      .onConflictDoUpdate({ target: campaigns.id, set: { code, terms } })
  }

  async function forMerchant(): Promise<MerchantCampaign[]> {
    const rows = await db.select().from(campaigns).orderBy(asc(campaigns.createdAt), asc(campaigns.id))
    const spent = await db
      .select({ campaignId: takenCoupons.campaignId, used: count() })
      .from(takenCoupons)
      .where(or(isNotNull(takenCoupons.orderId), isNotNull(takenCoupons.redeemedAt)))
      .groupBy(takenCoupons.campaignId)
    const used = new Map(spent.map((row) => [row.campaignId, row.used]))
    return rows.map(({ id, terms, taken }) => ({ id, terms, taken, used: used.get(id) ?? 0 }))
  }

  return { list, take, put, forMerchant }
}

/** How a code is written does not matter, nor how wide: as the shop system of our own compares them. */
export const codeOf = (code: string) => code.normalize('NFKC').trim().toUpperCase()

function expiryOf({ validDays, validUntil }: CampaignTerms, now: Date): Date | null {
  const ends = [validUntil && new Date(validUntil), validDays && after(now, validDays * DAY)].filter(
    (end) => end instanceof Date,
  )
  return ends.length > 0 ? new Date(Math.min(...ends.map((end) => end.getTime()))) : null
}

function campaignView({ id, terms, taken }: CampaignRow, stackable: boolean, locale: Locale): Campaign {
  return {
    id,
    name: terms.name[locale],
    benefit: terms.benefit[locale],
    note: terms.note[locale],
    endsAt: terms.endsAt,
    left: terms.stock === null ? null : Math.max(0, terms.stock - taken),
    perShopper: terms.perShopper,
    stackable,
  }
}
