import type { DeliveryEstimate, Quote, ShippingCharge } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { priceText } from '../../ui'

/** As much of a region as fee and delivery depend on. */
export interface Place {
  province: string
  city: string
}

/** 浙江省 + 杭州市; a municipality is said once. */
export const placeWords = ({ province, city }: Place): string => (city === province ? province : `${province}${city}`)

const weightWords = (grams: number) => (grams >= 1_000 ? `${grams / 1_000} kg` : `${grams} g`)

/** How the fee grows; empty where it is one fee whatever is bought. */
export function chargeWords(charge: ShippingCharge, t: Translate): string {
  if (charge.by === 'order') return ''
  const { first, firstFee, further, furtherFee } = charge
  const fees = { firstFee: priceText(firstFee), furtherFee: priceText(furtherFee) }
  return charge.by === 'weight'
    ? t('delivery.byWeight', { ...fees, first: weightWords(first), further: weightWords(further) })
    : t('delivery.byPiece', { ...fees, first, further })
}

/** Why delivery costs what it does, under its line in the amounts; empty where there is nothing to explain. */
export function feeReason({ amounts, shipping }: Pick<Quote, 'amounts' | 'shipping'>, t: Translate): string {
  if (!shipping) return ''
  const { terms, grams } = shipping
  const missing = terms.freeFrom === null ? null : terms.freeFrom - (amounts.goods - amounts.discount)
  if (amounts.shipping === 0) {
    return missing !== null && missing <= 0 && amounts.goods > 0
      ? t('delivery.freeReached', { from: priceText(terms.freeFrom!) })
      : ''
  }
  const reasons = [
    chargeWords(terms.charge, t),
    terms.charge.by === 'weight' && grams > 0 ? t('delivery.weighs', { weight: weightWords(grams) }) : '',
    missing === null
      ? ''
      : t('delivery.freeMissing', { from: priceText(terms.freeFrom!), missing: priceText(missing) }),
  ]
  return reasons.filter(Boolean).join(' · ')
}

/** Where to, and what it costs or why not; `estimate` is undefined while it is asked for, and where it did not come. */
export function deliveryLine(place: Place | null, estimate: DeliveryEstimate | undefined, t: Translate): string {
  if (!place) return t('delivery.choose')
  const where = placeWords(place)
  if (estimate && !estimate.deliverable) {
    return t(estimate.undeliverableBecause === 'goods' ? 'delivery.notGoods' : 'delivery.notShop', { place: where })
  }
  const fee = estimate?.fee ?? null
  const cost = fee === null ? '' : fee === 0 ? t('delivery.free') : t('delivery.fee', { price: priceText(fee) })
  return [t('delivery.to', { place: where }), cost].filter(Boolean).join(' · ')
}
