import type { Address, SavedAddress } from '@xiaopu/contract'
import type { WechatAddress } from '../../wechat'

/** An address of WeChat's address book in the contract's words. The street goes before the rest unless the rest begins with it. */
export function addressFrom(chosen: WechatAddress): Address {
  const { recipient, phone, province, city, district, street, postalCode, nationalCode } = chosen
  const rest = chosen.detail.trim()
  return {
    name: recipient.trim(),
    phone: phone.trim(),
    province,
    city,
    district,
    detail: rest.startsWith(street) ? rest : `${street} ${rest}`,
    postalCode: postalCode || null,
    nationalCode: nationalCode || null,
  }
}

/** What an order takes of an entry of the book: an order's address has no id. */
export function plainAddress({ id: _, isDefault: __, ...address }: SavedAddress): Address {
  return address
}

const texts = ['name', 'phone', 'province', 'city', 'district', 'detail'] as const

export const isSameAddress = (one: Address, other: Address) => texts.every((name) => one[name] === other[name])

/** What was remembered on the phone, if it is an address that a gateway of today accepts. */
export function rememberedAddress(kept: unknown): Address | null {
  if (typeof kept !== 'object' || kept === null) return null
  const address = kept as Record<string, unknown>
  if (!texts.every((name) => typeof address[name] === 'string')) return null
  const optional = (name: string) => (typeof address[name] === 'string' ? (address[name] as string) : null)
  const [name, phone, province, city, district, detail] = texts.map((text) => address[text] as string) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (!name || !phone || !province || !detail) return null
  return {
    name,
    phone,
    province,
    city,
    district,
    detail,
    postalCode: optional('postalCode'),
    nationalCode: optional('nationalCode'),
  }
}
