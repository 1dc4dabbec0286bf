import type { Picture } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { ChangeMe, Shopper } from '@xiaopu/contract'
import { type PhoneNumber, WechatApiError, type WechatServer } from '@xiaopu/wechat'
import { eq } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { TextCheck } from '../content-safety/text-check'
import { shoppers } from '../identity/tables'
import { shopperView } from '../identity/views'
import type { PictureView } from '../media/picture-view'
import { plainLine } from '../reviews/plain-text'
import type { Uploads } from '../uploads/service'
import { avatarNamed } from './avatar'
import type { AvatarCheck } from './avatar-check'

interface Needs {
  db: Sql
  wechat: Pick<WechatServer, 'phoneNumber'>
  checkText: TextCheck
  uploads: Pick<Uploads, 'claim' | 'discard'>
  picture: PictureView
  clock: Clock
  /** null: WeChat's answer could not be heard, so that it is not asked. */
  avatarCheck: Pick<AvatarCheck, 'ask'> | null
}

export type Profile = ReturnType<typeof createProfile>

/** What shoppers say about themselves. */
export function createProfile({ db, wechat, checkText, uploads, picture, clock, avatarCheck }: Needs) {
  /**
   * The picture that was there before is thrown away. Nobody but the shopper sees name and picture; under a review they write
   * the name is read with it once more, and by a person where WeChat is in doubt.
   *
   * @throws Refusal `validation_failed`: no such upload of theirs, or it is in something else; `text_refused`: WeChat finds the name risky
   */
  async function change(shopperId: string, { avatarUploadId, nickname, keepsHistory }: ChangeMe): Promise<Shopper> {
    const name = nickname === undefined ? undefined : plainLine(nickname ?? '') || null
    if (name) await checkText(shopperId, { scene: 'profile', text: name })
    const before = avatarUploadId === undefined ? null : await avatarOf(shopperId)
    const shopper = await write(shopperId, {
      ...(avatarUploadId === null && { avatar: null, avatarUploadId: null, avatarAt: null, ...unlooked(null) }),
      ...(avatarUploadId && {
        avatar: await claimed(shopperId, avatarUploadId),
        avatarUploadId,
        avatarAt: clock(),
        ...unlooked(avatarCheck && 'checking'),
      }),
      ...(name !== undefined && { nickname: name, nicknameAt: name === null ? null : clock() }),
      ...(keepsHistory !== undefined && { keepsHistory }),
    })
    if (avatarUploadId) await avatarCheck?.ask(shopperId)
    if (before && before !== avatarUploadId) await uploads.discard(avatarNamed(before))
    return shopper
  }

  async function claimed(shopperId: string, uploadId: string): Promise<Picture> {
    const claim = { shopperId, ids: [uploadId], by: avatarNamed(uploadId), path: 'body.avatarUploadId' }
    const [found] = await uploads.claim(claim)
    return found!
  }

  async function avatarOf(shopperId: string): Promise<string | null> {
    const [row] = await db.select({ id: shoppers.avatarUploadId }).from(shoppers).where(eq(shoppers.id, shopperId))
    return row?.id ?? null
  }

  /**
   * Two shoppers may have bound the same number: families share one, numbers are given to somebody new, and a refusal would
   * tell who else shops here. Nobody signs in by it.
   *
   * @throws Refusal `phone_code_refused`: used, older than five minutes, or not WeChat's; `rate_limited`, `wechat_unavailable`
   */
  async function bindPhone(shopperId: string, code: string): Promise<Shopper> {
    const { number, countryCode } = await exchange(code)
    return write(shopperId, { phone: `+${countryCode} ${number}`, phoneBoundAt: clock() })
  }

  async function unbindPhone(shopperId: string): Promise<Shopper> {
    return write(shopperId, { phone: null, phoneBoundAt: null })
  }

  async function exchange(code: string): Promise<PhoneNumber> {
    try {
      return await wechat.phoneNumber(code)
    } catch (error) {
      if (!(error instanceof WechatApiError)) throw error
      if (error.kind === 'invalid-code' || error.kind === 'code-used') throw new Refusal('phone_code_refused')
      if (error.kind === 'rate-limited') throw new Refusal('rate_limited')
      throw new Refusal('wechat_unavailable', {}, { cause: error })
    }
  }

  async function write(shopperId: string, set: Partial<typeof shoppers.$inferInsert>): Promise<Shopper> {
    const [row] = await db.update(shoppers).set(set).where(eq(shoppers.id, shopperId)).returning()
    // Deleted from another phone while this call was on its way.
    if (!row) throw new Refusal('session_expired')
    return shopperView(picture, row)
  }

  return { change, bindPhone, unbindPhone }
}

/** What was said of the picture before is not said of this one. */
const unlooked = (avatarCheck: 'checking' | null) => ({ avatarCheck, avatarTrace: null, avatarAskedAt: null })
