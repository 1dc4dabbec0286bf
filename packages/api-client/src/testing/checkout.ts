import type { Amounts, DeliveryWish, PlaceOrder, Quote, QuoteLine, QuoteProblem, QuoteRequest } from '@xiaopu/contract'
import type { Carrier } from './carrier'
import type { Carts } from './carts'
import { type Coupons, discountOf } from './coupons'
import { goodsLine, isBuyable } from './goods'
import { Refusal } from './refusal'
import type { Shelves } from './shelves'
import type { Stocked, Stockroom } from './stockroom'
import { storesOf } from './stores'
import type { View } from './words'

/** Names lines, amounts and stock; FNV-1a, since it only has to differ when they do. */
function nameOf(quoted: unknown): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(quoted)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return `quote-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** Several codes, or the one that older clients know of. */
const codesOf = ({ coupons, coupon }: QuoteRequest) => coupons ?? (coupon ? [coupon] : [])

const goodsOf = (lines: QuoteLine[]) => lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0)

/** The store goods are picked up from; null: they come as a parcel. */
const storeIdOf = (delivery: DeliveryWish | undefined) => (delivery?.kind === 'pickup' ? delivery.storeId : null)

interface Departments {
  stockroom: Stockroom
  carts: Carts
  coupons: Coupons
  carrier: Carrier
  shelves: Shelves
}

export function createCheckout({ stockroom, carts, coupons, carrier, shelves }: Departments) {
  /** What each shopper saw. */
  const shown = new Map<string, Quote>()

  /** As it stands where it would come from. */
  const lineAt = (storeId: string | null, stocked: Stocked, quantity: number, view: View) =>
    goodsLine(storeId === null ? stocked : shelves.at(storeId, stocked), quantity, {
      view,
      pickup: shelves.pickupOf(stocked),
    })

  function quote(shopper: string, request: QuoteRequest, view: View): Quote {
    const { source } = request
    const storeId = storeIdOf(request.delivery)
    const address = storeId === null ? request.address : null
    const items = source.kind === 'cart' ? carts.selected(shopper) : [{ ...source, id: null }]
    const wanted = items.map(({ id, skuId, quantity }) => {
      const stocked = stockroom.find(skuId)
      if (!stocked) throw new Refusal('not_found')
      return { ...lineAt(storeId, stocked, quantity, view), lineId: id }
    })
    const lines = carrier.separate(wanted, address)
    const buyable = lines.filter(({ status }) => isBuyable(status))
    const problems: QuoteProblem[] = []
    if (lines.length === 0) problems.push('nothing_to_buy')
    const unsent = lines.filter(({ status }) => status === 'undeliverable').length
    const gone = lines.filter(({ status }) => !isBuyable(status) && status !== 'undeliverable')
    if (gone.some(({ status }) => storeId === null || status === 'off_sale')) problems.push('lines_unavailable')
    if (unsent > 0) problems.push('lines_undeliverable')
    if (storeId !== null) {
      if (!storesOf(null, view).some(({ id }) => id === storeId)) problems.push('store_unavailable')
      if (gone.some(({ status }) => status !== 'off_sale')) problems.push('store_out_of_stock')
    } else if (!address) problems.push('address_required')
    else if (!carrier.serves(address)) problems.push('address_undeliverable')
    const judged = coupons.judge(codesOf(request), goodsOf(buyable), view)
    const [goods, discount] = [goodsOf(buyable), discountOf(judged)]
    const fee = storeId === null ? carrier.feeFor(goods, discount) : 0
    const amounts: Amounts = { goods, discount, shipping: fee, total: goods - discount + fee }
    const named = lines.map(({ skuId, quantity, unitPrice, status, available }) => [
      skuId,
      quantity,
      unitPrice,
      status,
      available,
    ])
    const id = nameOf([named, amounts, judged.coupons.map(({ code }) => code), storeId])
    const terms = carrier.terms()
    const shipping = storeId !== null || problems.includes('address_undeliverable') ? null : { terms, grams: 0 }
    const promised = { freeShippingFrom: terms.freeFrom, shipping, shipsWithinHours: 48 }
    const made: Quote = { id, lines, amounts, ...promised, ...judged, problems }
    shown.set(`${shopper} ${id}`, made)
    return made
  }

  /** Goods of the quote the shopper saw that cannot be had any more: a cart leaves them out of a new quote. */
  function goneSince(shopper: string, quoteId: string, storeId: string | null, view: View): QuoteLine[] {
    const seen = shown.get(`${shopper} ${quoteId}`)?.lines ?? []
    return seen
      .map(({ skuId, quantity }) => {
        return lineAt(storeId, stockroom.find(skuId)!, quantity, view)
      })
      .filter(({ status }) => !isBuyable(status))
  }

  return {
    quote,
    /** @throws {Refusal} when what was quoted as `quoteId` cannot be ordered like that any more */
    accept(shopper: string, { quoteId, source, address, delivery }: PlaceOrder, view: View): Quote {
      const codes = shown.get(`${shopper} ${quoteId}`)?.coupons.map(({ code }) => code)
      const storeId = storeIdOf(delivery)
      const wish: DeliveryWish = storeId === null ? { kind: 'parcel' } : { kind: 'pickup', storeId }
      const gone = goneSince(shopper, quoteId, storeId, view)
      const current = quote(shopper, { source, address, coupons: codes, delivery: wish }, view)
      if (current.problems.includes('store_unavailable')) throw new Refusal('store_unavailable')
      const unavailable = [...gone, ...current.lines.filter(({ status }) => !isBuyable(status))]
      if (unavailable.length > 0) {
        const bySku = new Map(
          unavailable.map(({ skuId, status, available, pickup }) => [skuId, { skuId, status, available, pickup }]),
        )
        const code = storeId === null ? 'lines_unavailable' : 'store_out_of_stock'
        throw new Refusal(code, { lines: [...bySku.values()] })
      }
      if (current.problems.includes('nothing_to_buy')) throw new Refusal('nothing_to_buy')
      if (current.problems.includes('address_undeliverable')) throw new Refusal('address_undeliverable')
      if (current.id !== quoteId) throw new Refusal('quote_changed')
      return current
    },
    reserve(lines: QuoteLine[], delivery: DeliveryWish | undefined) {
      const storeId = storeIdOf(delivery)
      if (storeId !== null) shelves.take(storeId, lines)
      else for (const { skuId, quantity } of lines) stockroom.skuOf(skuId).stock -= quantity
    },
    release(lines: { skuId: string; quantity: number }[], storeId: string | null) {
      const back = lines.map(({ skuId, quantity }) => ({ skuId, quantity: -quantity }))
      if (storeId !== null) shelves.take(storeId, back)
      else for (const { skuId, quantity } of lines) stockroom.skuOf(skuId).stock += quantity
    },
  }
}

export type Checkout = ReturnType<typeof createCheckout>
