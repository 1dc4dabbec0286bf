import type { Shopper } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type { shoppers } from './tables'

export type ShopperRow = typeof shoppers.$inferSelect

export const shopperView = (
  picture: PictureView,
  { id, nickname, avatar, avatarCheck, phone, keepsHistory, createdAt }: ShopperRow,
): Shopper => ({
  id,
  nickname,
  avatar: avatar && picture(avatar)!.thumb,
  avatarCheck,
  since: createdAt.toISOString(),
  phone: phone && maskedPhone(phone),
  keepsHistory,
})

/** `+86 13800138000` is `138****8000`; of a number from elsewhere its country and its end are shown. */
export function maskedPhone(phone: string): string {
  const [country, number = ''] = phone.split(' ')
  return country === '+86' && number.length === 11
    ? `${number.slice(0, 3)}****${number.slice(-4)}`
    : `${country} ****${number.slice(-Math.min(4, Math.floor(number.length / 2)))}`
}
