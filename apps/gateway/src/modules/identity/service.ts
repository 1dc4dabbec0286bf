import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Session, Shopper } from '@xiaopu/contract'
import { WechatApiError, type WechatServer, type WechatSession } from '@xiaopu/wechat'
import { eq, lte, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import type { SignedInShopper } from '../../http/calls'
import { Refusal } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import { sessions, shoppers } from './tables'
import { hashOf, newToken } from './token'
import { shopperView } from './views'

interface Needs {
  db: Sql
  wechat: Pick<WechatServer, 'code2Session'>
  appid: string
  picture: PictureView
  clock: Clock
  /** ms */
  sessionTtl: number
}

export type Identity = ReturnType<typeof createIdentity>

/** Sessions are prolonged at most this often, so that reading one is not a write each time. */
const PROLONG_EVERY = 60 * 60_000

/**
 * Who is who. WeChat's `session_key` is not kept: nothing here needs to decrypt phone data, and what is not stored
 * cannot be stolen.
 */
export function createIdentity({ db, wechat, appid, picture, clock, sessionTtl }: Needs) {
  /** A session for a code of `wx.login`; the same person is the same shopper each time. */
  async function signIn(code: string): Promise<Session> {
    const { openid, unionid } = await exchange(code)
    const now = clock()
    const [shopper] = await db
      .insert(shoppers)
      .values({ id: randomUUID(), appid, openid, unionid, createdAt: now })
      .onConflictDoUpdate({
        target: [shoppers.appid, shoppers.openid],
        set: { unionid: sql`coalesce(excluded.unionid, ${shoppers.unionid})` },
      })
      .returning()
    if (!shopper) throw new Error('the shopper was neither inserted nor found')
    if (shopper.blockedAt) throw new Refusal('account_blocked')
    const token = newToken()
    const expiresAt = after(now, sessionTtl)
    await db.insert(sessions).values({ tokenHash: hashOf(token), shopperId: shopper.id, createdAt: now, expiresAt })
    return { token, expiresAt: expiresAt.toISOString(), shopper: shopperView(picture, shopper) }
  }

  async function exchange(code: string): Promise<WechatSession> {
    try {
      return await wechat.code2Session(code)
    } catch (error) {
      throw error instanceof WechatApiError ? signInRefusal(error) : error
    }
  }

  /** Who holds the token. A session that is used goes on living. */
  async function findSession(token: string): Promise<SignedInShopper | 'expired' | 'blocked'> {
    const tokenHash = hashOf(token)
    const [found] = await db
      .select({ shopperId: sessions.shopperId, expiresAt: sessions.expiresAt, blockedAt: shoppers.blockedAt })
      .from(sessions)
      .innerJoin(shoppers, eq(shoppers.id, sessions.shopperId))
      .where(eq(sessions.tokenHash, tokenHash))
    const now = clock()
    if (!found || found.expiresAt <= now) return 'expired'
    if (found.blockedAt) return 'blocked'
    const prolonged = after(now, sessionTtl)
    if (prolonged.getTime() - found.expiresAt.getTime() >= Math.min(PROLONG_EVERY, sessionTtl / 2)) {
      await db.update(sessions).set({ expiresAt: prolonged }).where(eq(sessions.tokenHash, tokenHash))
    }
    return { id: found.shopperId, sessionId: tokenHash }
  }

  async function signOut(sessionId: string): Promise<void> {
    await db.delete(sessions).where(eq(sessions.tokenHash, sessionId))
  }

  async function shopper(id: string): Promise<Shopper> {
    return shopperView(picture, await row(id))
  }

  /** The payer of an order, for WeChat Pay; goes nowhere else. */
  async function openidOf(id: string): Promise<string> {
    return (await row(id)).openid
  }

  async function row(id: string) {
    const [found] = await db.select().from(shoppers).where(eq(shoppers.id, id))
    // Deleted from another phone while this call was on its way.
    if (!found) throw new Refusal('session_expired')
    return found
  }

  async function forgetEndedSessions(): Promise<void> {
    await db.delete(sessions).where(lte(sessions.expiresAt, clock()))
  }

  return { signIn, findSession, signOut, shopper, openidOf, forgetEndedSessions }
}

/** What WeChat's refusal of a code means to the app: a new code, a pause, or our own fault. */
function signInRefusal(error: WechatApiError): Refusal {
  switch (error.kind) {
    case 'invalid-code':
    case 'code-used':
      return new Refusal('sign_in_refused')
    case 'blocked':
      return new Refusal('account_blocked')
    case 'rate-limited':
      return new Refusal('rate_limited')
    default:
      return new Refusal('wechat_unavailable', {}, { cause: error })
  }
}
