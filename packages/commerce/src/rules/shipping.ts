import type { Fen } from '../port/values'

/** What it costs to send a parcel, by province. Province names may carry 省, 市, 自治区 or not. */
export interface ShippingRules {
  /** Goods worth this much or more (after discount) travel free, wherever they are deliverable; null: never. */
  freeFrom: Fen | null
  /** The fee where no region says otherwise. */
  flat: Fen
  regions: { provinces: string[]; fee: Fen }[]
  undeliverable: string[]
}

/** What a mainland shop usually does: remote provinces cost more, other customs territories are not served. */
export const MAINLAND_SHIPPING: ShippingRules = {
  freeFrom: 19_900,
  flat: 1_000,
  regions: [{ provinces: ['新疆', '西藏', '青海', '内蒙古', '宁夏', '甘肃', '海南'], fee: 2_000 }],
  undeliverable: ['香港', '澳门', '台湾'],
}

/**
 * The fee in fen for goods worth `goods` fen that `discount` is taken off of, or `undeliverable`. No goods, no parcel:
 * the fee is 0; goods that a coupon pays for in full still have to be sent. Without an address the flat fee is shown,
 * and the quote says that an address is needed.
 */
export function shippingFee(
  goods: Fen,
  address: { province: string } | null,
  rules: ShippingRules,
  discount: Fen = 0,
): { ok: true; fee: Fen } | { ok: false; problem: 'undeliverable' } {
  const province = address && provinceName(address.province)
  if (province && rules.undeliverable.some((name) => provinceName(name) === province)) {
    return { ok: false, problem: 'undeliverable' }
  }
  if (goods === 0 || (rules.freeFrom !== null && goods - discount >= rules.freeFrom)) return { ok: true, fee: 0 }
  const region = rules.regions.find(({ provinces }) => provinces.some((name) => provinceName(name) === province))
  return { ok: true, fee: region?.fee ?? rules.flat }
}

/** 广西壮族自治区 → 广西, 北京市 → 北京: address books disagree on the suffix. */
export function provinceName(province: string): string {
  return province.trim().replace(/(特别行政区|(壮族|回族|维吾尔)?自治区|省|市)$/, '')
}
