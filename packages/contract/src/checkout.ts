import { z } from 'zod'
import { LineStatus } from './cart'
import { SkuQuantity, StorePickup } from './catalog'
import { FapiaoRequest } from './fapiao'
import { Fen, Id, Picture, Quantity } from './primitives'
import { ShippingTerms } from './shipping'

/** An address as `wx.chooseAddress` gives it, in our words. */
export const Address = z
  .strictObject({
    name: z.string().trim().min(1).max(50),
    phone: z.string().regex(/^\+?[\d -]{5,20}$/, 'a phone number'),
    province: z.string().trim().min(1).max(30),
    city: z.string().trim().max(30),
    district: z.string().trim().max(30),
    detail: z.string().trim().min(1).max(200).describe('Street, building, door'),
    postalCode: z.string().max(10).nullable(),
    nationalCode: z.string().max(12).nullable().describe('Six-digit administrative division code'),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

/** What is being bought: the selected lines of the cart, or one thing bought at once without touching the cart. */
export const PurchaseSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cart') }),
  SkuQuantity.extend({ kind: z.literal('direct') }),
])
export type PurchaseSource = z.infer<typeof PurchaseSource>

/** What is printed on a leaflet or said in a live stream. Case does not matter. */
export const CouponCode = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^\p{C}]+$/u, 'no control characters')

/** How the goods get to the shopper. Left out: as a parcel, to the address. */
const Parcel = z.strictObject({ kind: z.literal('parcel') })
const Pickup = z.strictObject({ kind: z.literal('pickup'), storeId: Id })
export const DeliveryWish = z.discriminatedUnion('kind', [Parcel, Pickup])
export type DeliveryWish = z.infer<typeof DeliveryWish>

/** Who picks up says so; a parcel says it in its address. */
export const DeliveryChoice = z.discriminatedUnion('kind', [
  Parcel,
  Pickup.extend({ name: Address.shape.name, phone: Address.shape.phone }),
])
export type DeliveryChoice = z.infer<typeof DeliveryChoice>

export const QuoteRequest = z
  .strictObject({
    source: PurchaseSource,
    address: Address.nullable(),
    delivery: DeliveryWish.optional().describe(
      'At a store, lines say how they stand there, and an address is not asked for',
    ),
    coupon: CouponCode.nullish().describe('One code; clients that know of several send coupons instead'),
    coupons: z
      .array(CouponCode)
      .max(10)
      .optional()
      .describe('What matters most first: of two that cannot be used together the first counts'),
  })
  .refine(({ coupon, coupons }) => coupon === undefined || coupons === undefined, {
    message: 'give either coupon or coupons, not both',
    path: ['coupons'],
  })
export type QuoteRequest = z.infer<typeof QuoteRequest>

export const Amounts = z
  .object({ goods: Fen, discount: Fen, shipping: Fen, total: Fen })
  .describe('total = goods − discount + shipping')
  .meta({ id: 'Amounts' })
export type Amounts = z.infer<typeof Amounts>

export const PurchaseLine = z
  .object({
    productId: Id,
    skuId: Id,
    name: z.string(),
    options: z.array(z.string()),
    picture: Picture.nullable(),
    unitPrice: Fen,
    quantity: Quantity,
    lineTotal: Fen,
  })
  .meta({ id: 'PurchaseLine' })
export type PurchaseLine = z.infer<typeof PurchaseLine>

export const QuoteLine = PurchaseLine.extend({
  lineId: Id.nullable().describe('Of the cart; null when bought at once'),
  status: LineStatus,
  available: z.int().min(0).nullable(),
  pickup: StorePickup.nullable().describe('For a parcel, with status sold_out: it can only be picked up'),
}).meta({ id: 'QuoteLine' })
export type QuoteLine = z.infer<typeof QuoteLine>

/** A coupon that counts: `discount` is its part of the amounts' discount. */
export const AppliedCoupon = z
  .object({ code: z.string(), name: z.string(), discount: Fen })
  .meta({ id: 'AppliedCoupon' })
export type AppliedCoupon = z.infer<typeof AppliedCoupon>

/** A coupon of a quote. `stackable`: others that are so, too, may be used with it. */
export const QuotedCoupon = AppliedCoupon.extend({ stackable: z.boolean() }).meta({ id: 'QuotedCoupon' })
export type QuotedCoupon = z.infer<typeof QuotedCoupon>

/**
 * Why a code does not count. `not_applicable` where the back end says no more than that. Beside others: `not_stackable` with one of
 * them, `too_many` for one order, `nothing_left` for it to take off.
 */
export const CouponRefusal = z
  .object({
    code: z.string(),
    reason: z.enum([
      'unknown',
      'not_yet',
      'expired',
      'used_up',
      'below_threshold',
      'other_goods',
      'first_order_only',
      'not_applicable',
      'not_stackable',
      'too_many',
      'nothing_left',
    ]),
    missing: Fen.nullable().describe('below_threshold: how much more the goods must come to'),
  })
  .meta({ id: 'CouponRefusal' })
export type CouponRefusal = z.infer<typeof CouponRefusal>

/**
 * Why an order cannot be placed as quoted; empty when it can. `lines_undeliverable`: some of the goods are not sent to the address,
 * and the shopper has to take them out; `address_undeliverable`: nothing is.
 */
export const QuoteProblem = z.enum([
  'nothing_to_buy',
  'lines_unavailable',
  'lines_undeliverable',
  'address_required',
  'address_undeliverable',
  'store_unavailable',
  'store_out_of_stock',
])
export type QuoteProblem = z.infer<typeof QuoteProblem>

/** The server's total is the only total: `id` names exactly these lines and amounts, and an order is placed on it. */
export const Quote = z
  .object({
    id: z.string(),
    lines: z.array(QuoteLine),
    amounts: Amounts.describe('Of the lines that can be bought and sent'),
    freeShippingFrom: Fen.nullable().describe('To the address, where one is given'),
    shipping: z
      .object({ terms: ShippingTerms, grams: z.int().min(0).describe('What is paid for by weight') })
      .nullable()
      .describe('What the fee was made of; null where the shop system keeps that to itself, or nothing is sent there'),
    shipsWithinHours: z.int().min(1).nullable(),
    coupon: AppliedCoupon.nullable().describe('The first of coupons'),
    coupons: z
      .array(QuotedCoupon)
      .describe("In the order they are taken off; together they are the coupons' part of the amounts' discount"),
    couponRefused: CouponRefusal.nullable().describe('The first of couponsRefused'),
    couponsRefused: z.array(CouponRefusal).describe('The order can be placed without them'),
    couponLimit: z.int().min(1).describe('So many coupons one order can have'),
    problems: z.array(QuoteProblem),
  })
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof Quote>

/** Ids and quantities, never a price. An unknown member (a price, say) is refused. */
export const PlaceOrder = z
  .strictObject({
    quoteId: z.string().min(1).max(128).describe('The quote the shopper saw; another price or stock by now is a 409'),
    source: PurchaseSource,
    address: Address.nullable().describe('null only for goods that are picked up'),
    delivery: DeliveryChoice.optional(),
    fapiao: FapiaoRequest.nullable(),
    remark: z.string().trim().max(200),
  })
  .refine(({ address, delivery }) => address !== null || delivery?.kind === 'pickup', {
    message: 'a parcel needs an address',
    path: ['address'],
  })
  .meta({ id: 'PlaceOrder' })
export type PlaceOrder = z.infer<typeof PlaceOrder>
