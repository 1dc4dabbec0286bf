import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, isNull } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after } from '../../clock'
import { Refusal } from '../../http/refusal'
import { forgetBook } from '../addresses/service'
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

type Kept = 'nickname' | 'avatar' | 'phone' | 'addresses' | 'imported_addresses' | 'fapiao_titles' | 'pictures'

/**
 * What we keep of each thing somebody can take back; of the others (position, camera, clipboard …) nothing is kept.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/security.html (授权用户信息变更, RevokeInfo)
 */
const KEPT: Record<string, readonly Kept[]> = {
  2: ['imported_addresses'],
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

  /** What was given again since is given again. WeChat tells whole seconds. */
  async function forget(shopperId: string, what: readonly Kept[], asOf: Date): Promise<void> {
    const then = after(asOf, 1_000)
    const isFrom = (given: Date | null) => given === null || given <= then
    await db.transaction(async (transaction) => {
      // First of all: whoever writes into the book waits for it, and then for the shopper.
      if (what.includes('addresses')) await forgetBook(transaction, shopperId, 'all')
      else if (what.includes('imported_addresses')) await forgetBook(transaction, shopperId, { importedBy: then })
      const mine = eq(shoppers.id, shopperId)
      const [row] = await transaction.select().from(shoppers).where(mine).for('update')
      if (!row) return
      const discard = (claim: ReturnType<typeof eq> | undefined) =>
        transaction
          .update(uploads)
          .set({ claimedBy: NOBODY })
          .where(and(eq(uploads.shopperId, shopperId), claim))
      const avatarGoes = what.includes('avatar') && isFrom(row.avatarAt)
      if (avatarGoes && row.avatarUploadId) {
        await discard(eq(uploads.claimedBy, avatarNamed(row.avatarUploadId)))
      }
      if (what.includes('pictures')) await discard(isNull(uploads.claimedBy))
      const noLook = { avatarCheck: null, avatarTrace: null, avatarAskedAt: null }
      const changes = {
        ...(what.includes('nickname') && isFrom(row.nicknameAt) && { nickname: null, nicknameAt: null }),
        ...(avatarGoes && { avatar: null, avatarUploadId: null, avatarAt: null, ...noLook }),
        ...(what.includes('phone') && isFrom(row.phoneBoundAt) && { phone: null, phoneBoundAt: null }),
      }
      if (Object.keys(changes).length > 0) await transaction.update(shoppers).set(changes).where(mine)
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
