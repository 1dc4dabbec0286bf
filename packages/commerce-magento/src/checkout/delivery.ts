import { type DeliveryEstimate, type DeliveryPort, isAmong } from '@xiaopu/commerce'
import type { Goods } from '../catalog/goods'
import { regionCode } from '../mapping/regions'
import {
  AddToTillDocument,
  EstimateDeliveryDocument,
  OpenEstimateDocument,
  RegionsDocument,
} from '../operations/documents'
import { TILL_LOCALE, type Trade } from '../shop'
import { bestMethod, itemsOf } from '../till/view'
import { MagentoRefusal } from '../transport/errors'
import type { Asking } from '../transport/graphql'

/** ms an estimate holds, and the guest's cart it is made with. Each is a row in Magento, so that they are few. */
const HOLDS = 10 * 60_000
const MOST_KEPT = 500

/**
 * What sending a piece costs, as Magento's own methods tell it of a guest's cart. Where it tells nothing (guest checkout is
 * off, the piece is sold out), the fee is told at checkout.
 */
export function deliveryPort({ catalogue, places, graphql, views, rules, clock }: Trade): DeliveryPort {
  const carts = kept<string | null>(clock)
  const estimates = kept<DeliveryEstimate>(clock)

  async function cartWith({ key, selected }: Goods, asking: Asking): Promise<string | null> {
    const { createGuestCart } = await graphql.change(OpenEstimateDocument, {}, asking)
    const cart = createGuestCart?.cart?.id
    if (!cart) return null
    const items = [{ sku: key.parentSku ?? key.sku, quantity: 1, selected_options: selected }]
    const { addProductsToCart } = await graphql.change(AddToTillDocument, { cart, items }, asking)
    return addProductsToCart && itemsOf(addProductsToCart.cart).length > 0 ? cart : null
  }

  async function estimate(goods: Goods, region: { region_id: number; region_code: string }): Promise<DeliveryEstimate> {
    if (!(await views.view(TILL_LOCALE)).guestCheckout) return AT_CHECKOUT
    const asking = await views.asking(TILL_LOCALE)
    try {
      const cart = await carts(goods.skuId, () => cartWith(goods, asking))
      if (cart === null) return AT_CHECKOUT
      const answer = await graphql.change(EstimateDeliveryDocument, { cart, region }, asking)
      const best = bestMethod(answer.estimateShippingMethods ?? [], rules.shippingMethods)
      return best ? { ok: true, fee: best.fee, terms: null } : { ok: false, because: 'shop' }
    } catch (error) {
      if (error instanceof MagentoRefusal) return AT_CHECKOUT
      throw error
    }
  }

  return {
    async promises() {
      const { freeShippingFrom, shipsWithinHours } = rules
      return { freeShippingFrom, shipsWithinHours }
    },

    async estimate(context, { productId, skuId }, destination) {
      const product = await catalogue.port.product(context, productId)
      if (!product) return null
      const sku = product.skus.find(({ id }) => id === skuId) ?? product.skus[0]
      const code = regionCode(destination.province)
      const { country } = await views.readCached(TILL_LOCALE, RegionsDocument, {})
      const region = country?.available_regions?.find((each) => each?.code === code)
      if (code === null || region?.id == null) return { ok: false, because: 'shop' }
      const goods = sku && (await catalogue.goods(context.locale, [sku.id])).get(sku.id)
      if (!goods?.buyable) return AT_CHECKOUT
      const where = { region_id: region.id, region_code: code }
      const sent = await estimates(`${goods.skuId} ${code}`, () => estimate(goods, where))
      const isKept = sent.ok && isAmong((await places.of([goods]))(goods), destination)
      return isKept ? { ok: false, because: 'goods' } : sent
    },
  }
}

const AT_CHECKOUT: DeliveryEstimate = { ok: true, fee: null, terms: null }

/** Makes a thing once for a while; asked for by many at once it is made once, too, and a failure is not kept. */
function kept<Thing>(clock: () => Date) {
  const things = new Map<string, { until: number; thing: Promise<Thing> }>()
  return (key: string, make: () => Promise<Thing>): Promise<Thing> => {
    const now = clock().getTime()
    const there = things.get(key)
    if (there && there.until > now) return there.thing
    const thing = make()
    things.delete(key)
    things.set(key, { until: now + HOLDS, thing })
    thing.catch(() => things.delete(key))
    const [oldest] = things.keys()
    if (things.size > MOST_KEPT) things.delete(oldest!)
    return thing
  }
}
