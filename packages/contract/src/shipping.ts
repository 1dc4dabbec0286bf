import { z } from 'zod'
import { Fen, Id } from './primitives'

const Grams = z.int().min(1).max(1_000_000)
const Lots = z.strictObject({
  first: Grams.describe('Grams, or pieces'),
  firstFee: Fen,
  further: Grams.describe('Each further lot; a begun one counts whole'),
  furtherFee: Fen,
})

/** What a parcel costs: one fee, or 首重/续重 in grams, or 首件/续件 in pieces. */
export const ShippingCharge = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('order'), fee: Fen }),
    Lots.extend({ by: z.literal('weight') }),
    Lots.extend({ by: z.literal('piece') }),
  ])
  .meta({ id: 'ShippingCharge' })
export type ShippingCharge = z.infer<typeof ShippingCharge>

export const ShippingTerms = z
  .strictObject({
    charge: ShippingCharge,
    freeFrom: Fen.nullable().describe('Goods worth this much after discount travel free; null: never by their worth'),
  })
  .meta({ id: 'ShippingTerms' })
export type ShippingTerms = z.infer<typeof ShippingTerms>

/** `新疆`, or one city: `广东/深圳`; with or without 省, 市, 自治区. */
const Place = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^/|\p{C}]+(\/[^/|\p{C}]+)?$/u, 'a province, or province/city')

/** The shop's template (运费模板): its own terms hold where no region says otherwise, and a city goes before its province. */
export const ShippingRules = ShippingTerms.extend({
  regions: z.array(ShippingTerms.extend({ places: z.array(Place).min(1).max(400) })).max(50),
  undeliverable: z.array(Place).max(400).describe('Nothing is sent there'),
}).meta({ id: 'ShippingRules' })
export type ShippingRules = z.infer<typeof ShippingRules>

/** A region and no more: nothing that tells of a person. */
export const DeliveryQuery = z.strictObject({
  province: z.string().trim().min(1).max(30),
  city: z.string().trim().max(30).default(''),
  sku: Id.optional().describe('Absent: whichever costs least to send'),
})
export type DeliveryQuery = z.input<typeof DeliveryQuery>

/** One piece, bought alone, to that region. */
export const DeliveryEstimate = z
  .object({
    deliverable: z.boolean(),
    undeliverableBecause: z
      .enum(['shop', 'goods'])
      .nullable()
      .describe('shop: nothing is sent there; goods: this product is not'),
    fee: Fen.nullable().describe('null: told at checkout'),
    freeShippingFrom: Fen.nullable(),
    terms: ShippingTerms.nullable(),
    shipsWithinHours: z.int().min(1).nullable(),
  })
  .meta({ id: 'DeliveryEstimate' })
export type DeliveryEstimate = z.infer<typeof DeliveryEstimate>
