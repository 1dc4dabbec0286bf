import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after } from '../../clock'
import { Refusal } from '../../http/refusal'
import { addresses } from '../addresses/tables'
import { fapiaoTitles } from '../fapiao/tables'
import { sessions, shoppers } from '../identity/tables'
import { NOBODY } from '../uploads/service'
import { uploads } from '../uploads/tables'
import type { EventHandler } from '../wechat-events/service'
import { avatarNamed } from './avatar'
import type { Deletion } from './deletion'

interface Needs {
  db: Sql
  appid: string
  deletion: Pick<Deletion, 'remove'>
  log: Pick<FastifyBaseLogger, 'info'>
}

type Kept = 'nickname' | 'avatar' | 'phone' | 'addresses' | 'fapiao_titles' | 'pictures'

/**
 * What we keep of each thing somebody can take back; of the others (position, camera, clipboard …) nothing is kept.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/security.html (授权用户信息变更, RevokeInfo)
 */
const KEPT: Record<string, readonly Kept[]> = {
  2: ['addresses'],
  3: ['fapiao_titles'],
  6: ['nickname', 'avatar'],
  8: ['phone'],
  14: ['pictures'],
  19: ['nickname'],
  20: ['avatar'],
}
const EVERYTHING: readonly Kept[] = ['nickname', 'avatar', 'phone', 'addresses', 'fapiao_titles', 'pictures']

/** What a shopper takes back in WeChat is forgotten here. Orders stay with what was written into them: the books want it. */
export function createRevocation({ db, appid, deletion, log }: Needs) {
  async function shopperOf({ OpenID, AppID }: Record<string, unknown>) {
    if (typeof OpenID !== 'string' || (AppID !== undefined && AppID !== appid)) return undefined
    const [row] = await db
      .select()
      .from(shoppers)
      .where(and(eq(shoppers.appid, appid), eq(shoppers.openid, OpenID)))
    return row
  }

  /** One who has been here never is nobody: there is nothing to forget. */
  const revoked: EventHandler = async (facts, happenedAt) => {
    const shopper = await shopperOf(facts)
    const codes = String(facts.RevokeInfo ?? '').split(',')
    const kept = [...new Set(codes.flatMap((code) => KEPT[code.trim()] ?? []))]
    if (shopper && kept.length > 0) await forget(shopper.id, kept, happenedAt)
    return 'done'
  }

  /** WeChat has found name or picture at risk and taken them away; ours may be the same. */
  const modified: EventHandler = async (facts, happenedAt) => {
    const shopper = await shopperOf(facts)
    if (shopper) await forget(shopper.id, ['nickname', 'avatar'], happenedAt)
    return 'done'
  }

  /** They have ended it all. While an order is on its way the account has to stay: it goes when that is over. */
  const cancelled: EventHandler = async (facts, happenedAt) => {
    const shopper = await shopperOf(facts)
    if (!shopper) return 'done'
    await forget(shopper.id, EVERYTHING, happenedAt)
    await db.delete(sessions).where(eq(sessions.shopperId, shopper.id))
    try {
      await deletion.remove({ locale: 'zh-CN', customer: { id: shopper.id } })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return 'later'
    }
    return 'done'
  }

  async function forget(shopperId: string, what: readonly Kept[], asOf: Date): Promise<void> {
    await db.transaction(async (transaction) => {
      const mine = eq(shoppers.id, shopperId)
      const [row] = await transaction.select().from(shoppers).where(mine).for('update')
      if (!row) return
      const discard = (claim: ReturnType<typeof eq> | undefined) =>
        transaction
          .update(uploads)
          .set({ claimedBy: NOBODY })
          .where(and(eq(uploads.shopperId, shopperId), claim))
      if (what.includes('avatar') && row.avatarUploadId) {
        await discard(eq(uploads.claimedBy, avatarNamed(row.avatarUploadId)))
      }
      if (what.includes('pictures')) await discard(isNull(uploads.claimedBy))
      const noAvatar = { avatar: null, avatarUploadId: null, avatarCheck: null, avatarTrace: null, avatarAskedAt: null }
      const changes = {
        ...(what.includes('nickname') && { nickname: null }),
        ...(what.includes('avatar') && noAvatar),
      }
      if (Object.keys(changes).length > 0) await transaction.update(shoppers).set(changes).where(mine)
      if (what.includes('phone')) {
        // A number that was given again since is granted again. WeChat tells whole seconds.
        const before = or(isNull(shoppers.phoneBoundAt), lte(shoppers.phoneBoundAt, after(asOf, 1_000)))
        await transaction.update(shoppers).set({ phone: null, phoneBoundAt: null }).where(and(mine, before))
      }
      if (what.includes('addresses')) await transaction.delete(addresses).where(eq(addresses.shopperId, shopperId))
      if (what.includes('fapiao_titles')) {
        await transaction.delete(fapiaoTitles).where(eq(fapiaoTitles.shopperId, shopperId))
      }
    })
    log.info({ what }, 'what a shopper has taken back in WeChat was forgotten')
  }

  return {
    user_authorization_revoke: revoked,
    user_info_modified: modified,
    user_authorization_cancellation: cancelled,
  }
}
