import type { Address, DeliveryEstimate, QuoteLine, ShippingTerms } from '@xiaopu/contract'
import { FREE_SHIPPING_FROM } from './catalogue-view'

const SHIPPING = 12_00
/** The fake shop's carrier does not go there; any other province is served. */
export const UNDELIVERABLE_PROVINCE = '西藏自治区'

type Region = Pick<Address, 'province'>

/** What sending costs in the fake shop, and what is not sent where. */
export function createCarrier() {
  let terms: ShippingTerms = { charge: { by: 'order', fee: SHIPPING }, freeFrom: FREE_SHIPPING_FROM }
  const keptFrom = new Map<string, string[]>()
  const serves = ({ province }: Region) => province !== UNDELIVERABLE_PROVINCE
  const takes = (productId: string, { province }: Region) => !keptFrom.get(productId)?.includes(province)

  function feeFor(goods: number, discount = 0): number {
    const { charge, freeFrom } = terms
    if (goods === 0 || (freeFrom !== null && goods - discount >= freeFrom)) return 0
    return charge.by === 'order' ? charge.fee : charge.firstFee
  }

  return {
    serves,
    feeFor,
    terms: () => terms,
    setTerms(changed: Partial<ShippingTerms>) {
      terms = { ...terms, ...changed }
    },
    keepFrom: (productId: string, provinces: string[]) => void keptFrom.set(productId, provinces),

    /** Lines that could be bought and are not sent there are marked. */
    separate: (lines: QuoteLine[], address: Region | null): QuoteLine[] =>
      lines.map((line) =>
        address && serves(address) && !takes(line.productId, address) && ['ok', 'low_stock'].includes(line.status)
          ? { ...line, status: 'undeliverable' }
          : line,
      ),

    estimate(productId: string, price: number, region: Region): DeliveryEstimate {
      const because = !serves(region) ? 'shop' : takes(productId, region) ? null : 'goods'
      const sent = because === null
      return {
        deliverable: sent,
        undeliverableBecause: because,
        fee: sent ? feeFor(price) : null,
        terms: sent ? terms : null,
        freeShippingFrom: terms.freeFrom,
        shipsWithinHours: 48,
      }
    },
  }
}

export type Carrier = ReturnType<typeof createCarrier>
