import type { Address, Amounts, AppliedCoupon, Fen } from '@xiaopu/commerce'
import type { Account } from '../customers/account'
import { cartAddress } from '../mapping/address'
import { hasLonger } from '../mapping/beyond-bmp'
import {
  AddToTillDocument,
  BillToDocument,
  type CartAddressInput,
  ChangeTillDocument,
  OpenTillDocument,
  RegionsDocument,
  ShipByDocument,
  ShipToDocument,
  TakeCouponOutDocument,
  UseCouponDocument,
} from '../operations/documents'
import { type Shop, TILL_LOCALE } from '../shop'
import { MagentoRefusal } from '../transport/errors'
import type { Asking } from '../transport/graphql'
import {
  amountsOf,
  couponOf,
  itemsOf,
  methodOf,
  pickupMethodOf,
  pricesOf,
  sameCode,
  shortOf,
  skuOf,
  type TillView,
} from './view'

/** So many pieces of one SKU, as Magento adds them. */
export interface Pieces {
  sku: string
  parentSku: string | null
  selected: string[]
  quantity: number
}

/** What is rung up: goods, where to (null: not yet), and the code of a coupon. */
export interface Purchase {
  pieces: Pieces[]
  address: Address | null
  /** Where it is picked up instead. */
  pickup?: TillPickup | null
  coupon: string | null
}

export interface TillPickup {
  code: string
  address: CartAddressInput
}

export type Rung =
  /** `coupon`: null where none was given, or Magento does not count it. */
  | { ok: true; till: TillView; amounts: Amounts; prices: Map<string, Fen>; coupon: AppliedCoupon | null }
  /** SKUs Magento would not give as many of; what else was put in lies in the till until it is filled again. */
  | { ok: false; problem: 'short'; skus: string[] }
  | { ok: false; problem: 'undeliverable' }

export type Till = ReturnType<typeof createTill>

/**
 * The till: the shopper's one Magento cart, into which exactly those goods are put that are being paid for. The cart a
 * shopper sees is ours (`carts`). Magento's would lose lines it no longer sells, cannot leave some of its lines out
 * of an order, and has no second cart for a customer; a guest's would be without the prices and rules of the
 * customer's group. Callers hold the shopper's lease: what is in the till is one order's or one quote's at a time.
 */
export function createTill({ graphql, views, rules }: Pick<Shop, 'graphql' | 'views' | 'rules'>) {
  /** Puts exactly these goods into the till, sends them to the address, and adds up. */
  async function ring(asking: Asking, account: Account, { pieces, address, pickup, coupon }: Purchase): Promise<Rung> {
    const opened = await open(asking, account)
    const filled = await fill(asking, await withoutOther(asking, opened, coupon), pieces)
    const short = shortOf(filled, pieces)
    if (short.length > 0) return { ok: false, problem: 'short', skus: short }
    const delivered = await brought(asking, filled, { address, pickup })
    if (!delivered) return { ok: false, problem: 'undeliverable' }
    const till = await withCoupon(asking, delivered, coupon)
    return { ok: true, till, amounts: amountsOf(till), prices: pricesOf(till), coupon: couponOf(till) }
  }

  const brought = (asking: Asking, till: TillView, { address, pickup }: Pick<Purchase, 'address' | 'pickup'>) => {
    if (pickup) return deliver(asking, till, pickup)
    return address ? deliver(asking, till, { address }) : till
  }

  /** The till is used again: a coupon of the last purchase is taken out, and Magento takes no second one. */
  async function withoutOther(asking: Asking, till: TillView, coupon: string | null): Promise<TillView> {
    const there = couponOf(till)
    if (!there || sameCode(there.code, coupon)) return till
    const { removeCouponFromCart } = await graphql.change(TakeCouponOutDocument, { cart: till.id }, asking)
    return removeCouponFromCart?.cart ?? till
  }

  /**
   * What a coupon asks for may be goods, a total or a place: it is given last. One that Magento does not count leaves the
   * till as it is; why it does not, Magento says in words only.
   */
  async function withCoupon(asking: Asking, till: TillView, coupon: string | null): Promise<TillView> {
    if (coupon === null || sameCode(couponOf(till)?.code, coupon)) return till
    // Magento's database breaks at such a character, and so has no code with it.
    if (hasLonger(coupon)) return till
    try {
      return (
        (await graphql.change(UseCouponDocument, { cart: till.id, code: coupon }, asking)).applyCouponToCart?.cart ??
        till
      )
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.isAboutIdentity) throw error
      return till
    }
  }

  /** @throws MagentoRefusal when Magento takes the shopper for a guest, or for somebody else */
  async function open(asking: Asking, { email }: Account): Promise<TillView> {
    const { customerCart } = await graphql.change(OpenTillDocument, {}, asking)
    if (customerCart.email && customerCart.email.toLowerCase() !== email.toLowerCase()) {
      throw new MagentoRefusal('authentication', 'OpenTill', 200)
    }
    return customerCart
  }

  async function fill(asking: Asking, till: TillView, pieces: Pieces[]): Promise<TillView> {
    const wanted = new Map(pieces.map(({ sku, quantity }) => [sku, quantity]))
    const there = new Set(itemsOf(till).map(skuOf))
    const changes = itemsOf(till)
      .filter((item) => item.quantity !== wanted.get(skuOf(item)))
      .map((item) => ({ cart_item_uid: item.uid, quantity: wanted.get(skuOf(item)) ?? 0 }))
    const missing = pieces.filter(({ sku }) => !there.has(sku))
    const changed = changes.length > 0 ? await change(asking, till, changes) : till
    if (missing.length === 0) return changed
    const items = missing.map(({ sku, parentSku, selected, quantity }) => ({
      sku: parentSku ?? sku,
      quantity,
      selected_options: selected,
    }))
    const { addProductsToCart } = await graphql.change(AddToTillDocument, { cart: till.id, items }, asking)
    return addProductsToCart?.cart ?? changed
  }

  /** An item of which there are too few is refused in one way or another; the till as it is then shows it. */
  async function change(asking: Asking, till: TillView, items: { cart_item_uid: string; quantity: number }[]) {
    try {
      const { updateCartItems } = await graphql.change(ChangeTillDocument, { cart: till.id, items }, asking)
      return updateCartItems?.cart ?? till
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.isAboutIdentity) throw error
      return (await graphql.change(OpenTillDocument, {}, asking)).customerCart
    }
  }

  /** null: no such province, or nothing goes there. */
  async function deliver(
    asking: Asking,
    till: TillView,
    to: TillPickup | { address: Address },
  ): Promise<TillView | null> {
    const code = 'code' in to ? to.code : null
    const given = 'code' in to ? to.address : await addressOf(to.address)
    if (!given) return null
    const where = { cart: till.id, address: given }
    try {
      if (till.is_virtual) {
        return (await graphql.change(BillToDocument, where, asking)).setBillingAddressOnCart?.cart ?? null
      }
      const sent = (await graphql.change(ShipToDocument, { ...where, pickup: code }, asking)).setBillingAddressOnCart
        ?.cart
      const by = sent && (code === null ? methodOf(sent, rules.shippingMethods) : pickupMethodOf(sent))
      if (!by) return null
      return (
        (await graphql.change(ShipByDocument, { cart: till.id, ...by }, asking)).setShippingMethodsOnCart?.cart ?? null
      )
    } catch (error) {
      // Everything else of these requests is ours: what Magento dislikes is the address.
      if (error instanceof MagentoRefusal && error.category === 'input') return null
      throw error
    }
  }

  /** null: no such province. */
  async function addressOf(address: Address): Promise<CartAddressInput | null> {
    const [regions, view] = await Promise.all([
      views.readCached(TILL_LOCALE, RegionsDocument, {}),
      views.view(TILL_LOCALE),
    ])
    const regionIds = new Map(
      (regions.country?.available_regions ?? []).flatMap((region) =>
        region?.code && region.id !== null ? [[region.code, region.id] as const] : [],
      ),
    )
    return cartAddress(address, { regionIds, postcodeOptional: view.postcodeOptional })
  }

  return { ring }
}
