import { z } from 'zod'
import { SkuQuantity, StorePickup } from './catalog'
import { Fen, Id, Picture, Quantity } from './primitives'

/**
 * What stands between a line and an order. `insufficient` still has some: `available` says how many. `undeliverable` is not sent
 * to the address of the quote or order; a line of the cart, which knows no address, never is.
 */
export const LineStatus = z.enum(['ok', 'low_stock', 'insufficient', 'sold_out', 'off_sale', 'undeliverable'])
export type LineStatus = z.infer<typeof LineStatus>

export const CartLine = z
  .object({
    id: Id,
    productId: Id,
    skuId: Id,
    name: z.string(),
    options: z.array(z.string()).describe('The chosen values in words'),
    picture: Picture.nullable(),
    unitPrice: Fen,
    compareAt: Fen.nullable(),
    priceWhenAdded: Fen.describe('What one cost when the shopper last put it in; another price than now is said'),
    quantity: Quantity,
    maxQuantity: z.int().min(0).describe('The most this line can be set to now, to be sent'),
    pickup: StorePickup.nullable().describe('With status sold_out: nothing can be sent, and so much can be picked up'),
    lineTotal: Fen,
    selected: z
      .boolean()
      .describe(
        'Always false for a line that cannot be bought. One that can only be picked up is so once it was chosen itself',
      ),
    status: LineStatus,
    available: z.int().min(0).nullable(),
  })
  .meta({ id: 'CartLine' })
export type CartLine = z.infer<typeof CartLine>

/** Sums are over the selected lines and leave shipping out (合计, 不含运费). */
export const Cart = z
  .object({
    lines: z.array(CartLine),
    count: z.int().min(0).describe('Pieces in lines that can be bought: the badge'),
    selectedCount: z.int().min(0),
    subtotal: Fen,
    saved: Fen.describe('Against the former prices'),
    freeShippingFrom: Fen.nullable(),
  })
  .meta({ id: 'Cart' })
export type Cart = z.infer<typeof Cart>

export const AddToCart = SkuQuantity.extend({
  pickup: z.boolean().optional().describe('Also where it can only be picked up; left out, such goods are out_of_stock'),
})
export type AddToCart = z.infer<typeof AddToCart>

/** Exactly one thing is changed at a time; a SKU change keeps the quantity, and joins a line that already has that SKU. */
export const ChangeCartLine = z.union([z.strictObject({ quantity: Quantity }), z.strictObject({ skuId: Id })])
export type ChangeCartLine = z.infer<typeof ChangeCartLine>

export const SelectCartLines = z.strictObject({
  lineIds: z
    .union([z.literal('all'), z.array(Id).min(1).max(200)])
    .describe('Selecting all leaves out what can only be picked up: such lines are named'),
  selected: z.boolean(),
})
export type SelectCartLines = z.infer<typeof SelectCartLines>

export const RemoveCartLines = z.strictObject({
  lineIds: z
    .union([z.literal('unavailable'), z.array(Id).min(1).max(200)])
    .describe('unavailable: all that cannot be sent in any quantity, also what a store still has'),
})
export type RemoveCartLines = z.infer<typeof RemoveCartLines>
