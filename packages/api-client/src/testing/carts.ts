import type { AddToCart, Cart, CartLine, ChangeCartLine, RemoveCartLines, SelectCartLines } from '@xiaopu/contract'
import type { Carrier } from './carrier'
import { mostOf } from './catalogue-view'
import { canPickUp, demand, goodsLine, isBuyable, statusOf } from './goods'
import { Refusal } from './refusal'
import type { Shelves } from './shelves'
import type { Stocked, Stockroom } from './stockroom'
import type { View } from './words'

interface Entry {
  id: string
  skuId: string
  quantity: number
  /** As the shopper left it; a line that cannot be bought is shown unselected whatever this says. */
  selected: boolean
  /** Chosen although it can only be picked up. */
  toPickUp: boolean
  /** fen, when it was last put in */
  priceWhenAdded: number
}

export function createCarts(stockroom: Stockroom, shelves: Shelves, carrier: Carrier, capacity: number) {
  const carts = new Map<string, Entry[]>()
  let lines = 0

  const of = (shopper: string): Entry[] => {
    if (!carts.has(shopper)) carts.set(shopper, [])
    return carts.get(shopper)!
  }
  const stocked = (skuId: string): Stocked => {
    const found = stockroom.find(skuId)
    if (!found) throw new Refusal('not_found')
    return found
  }
  const entry = (shopper: string, lineId: string): Entry => {
    const found = of(shopper).find(({ id }) => id === lineId)
    if (!found) throw new Refusal('not_found')
    return found
  }
  const there = ({ skuId, quantity }: Entry) => {
    const status = statusOf(stocked(skuId), quantity)
    return { buyable: isBuyable(status), toPickUp: canPickUp(status, shelves.pickupOf(stocked(skuId)), quantity) }
  }
  /** What can only be picked up has to be chosen itself. */
  const chosen = (line: Entry) => {
    const { buyable, toPickUp } = there(line)
    return buyable ? line.selected : toPickUp && line.toPickUp
  }
  const drop = (shopper: string, gone: (line: Entry) => boolean) =>
    carts.set(
      shopper,
      of(shopper).filter((line) => !gone(line)),
    )

  function lineOf(line: Entry, view: View): CartLine {
    const { sku, product } = stocked(line.skuId)
    const pickup = shelves.pickupOf({ sku, product })
    const { lineId: _, ...goods } = goodsLine({ sku, product }, line.quantity, { view, pickup })
    return {
      ...goods,
      id: line.id,
      compareAt: sku.compareAt,
      priceWhenAdded: line.priceWhenAdded,
      maxQuantity: mostOf(sku),
      selected: chosen(line),
    }
  }

  return {
    view(shopper: string, view: View): Cart {
      const all = of(shopper).map((line) => lineOf(line, view))
      const selected = all.filter((line) => line.selected)
      const sum = (of: CartLine[], amount: (line: CartLine) => number) =>
        of.reduce((total, line) => total + amount(line), 0)
      return {
        lines: all,
        count: sum(
          all.filter(({ status, pickup, quantity }) => isBuyable(status) || canPickUp(status, pickup, quantity)),
          ({ quantity }) => quantity,
        ),
        selectedCount: sum(selected, ({ quantity }) => quantity),
        subtotal: sum(selected, ({ lineTotal }) => lineTotal),
        saved: sum(selected, ({ compareAt, unitPrice, quantity }) => ((compareAt ?? unitPrice) - unitPrice) * quantity),
        freeShippingFrom: carrier.terms().freeFrom,
      }
    },

    /** What an order on the cart would be of. */
    selected: (shopper: string) => of(shopper).filter(chosen),

    add(shopper: string, { skuId, quantity, pickup = false }: AddToCart): void {
      const known = of(shopper).find((line) => line.skuId === skuId)
      demand(stocked(skuId), quantity + (known?.quantity ?? 0), pickup ? shelves.pickupOf(stocked(skuId)) : null)
      if (known) {
        known.quantity += quantity
        known.selected = true
        known.toPickUp = pickup
        known.priceWhenAdded = stocked(skuId).sku.price
        return
      }
      if (of(shopper).length >= capacity) throw new Refusal('cart_full')
      // The line added last comes first.
      of(shopper).unshift({
        ...{ id: `line-${++lines}`, skuId, quantity, selected: true, toPickUp: pickup },
        priceWhenAdded: stocked(skuId).sku.price,
      })
    },

    change(shopper: string, lineId: string, change: ChangeCartLine): void {
      const line = entry(shopper, lineId)
      if ('quantity' in change) {
        demand(stocked(line.skuId), change.quantity, shelves.pickupOf(stocked(line.skuId)))
        line.quantity = change.quantity
        return
      }
      const wanted = stocked(change.skuId)
      if (wanted.product !== stocked(line.skuId).product) throw new Refusal('not_found')
      const other = of(shopper).find(({ id, skuId }) => skuId === change.skuId && id !== lineId)
      demand(wanted, line.quantity + (other?.quantity ?? 0), shelves.pickupOf(wanted))
      if (other) {
        line.quantity += other.quantity
        drop(shopper, ({ id }) => id === other.id)
      }
      line.skuId = change.skuId
      line.priceWhenAdded = wanted.sku.price
    },

    remove(shopper: string, { lineIds }: RemoveCartLines): void {
      const dead = ({ skuId, quantity }: Entry) => ['sold_out', 'off_sale'].includes(statusOf(stocked(skuId), quantity))
      drop(shopper, (line) => (lineIds === 'unavailable' ? dead(line) : lineIds.includes(line.id)))
    },

    select(shopper: string, { lineIds, selected }: SelectCartLines): void {
      const lines = lineIds === 'all' ? of(shopper) : lineIds.map((id) => entry(shopper, id))
      for (const line of lines) {
        line.selected = selected
        if (!selected) line.toPickUp = false
        else if (lineIds !== 'all' && there(line).toPickUp) line.toPickUp = true
      }
    },

    /** The ordered lines leave the cart. */
    bought: (shopper: string, lineIds: string[]) => void drop(shopper, ({ id }) => lineIds.includes(id)),
  }
}

export type Carts = ReturnType<typeof createCarts>
