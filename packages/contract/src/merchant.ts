import { z } from 'zod'
import { CouponCode } from './checkout'
import { OrderRefund, Refundable } from './merchant-refund'
import { Order, OrderStatus } from './orders'
import { Cursor, Fen, Id, Instant, pageOf } from './primitives'
import { Review } from './reviews'

/** `owner` may do everything; `staff` everything but decide who works here. */
export const StaffRole = z.enum(['owner', 'staff'])
export type StaffRole = z.infer<typeof StaffRole>

export const StaffMember = z
  .object({ id: Id, name: z.string(), role: StaffRole, since: Instant })
  .meta({ id: 'StaffMember' })
export type StaffMember = z.infer<typeof StaffMember>

export const NewStaffMember = z
  .strictObject({ name: z.string().trim().min(1).max(40), role: StaffRole })
  .meta({ id: 'NewStaffMember' })
export type NewStaffMember = z.infer<typeof NewStaffMember>

/** The token is told this once and kept only as a hash. */
export const HiredStaffMember = StaffMember.extend({ token: z.string() }).meta({ id: 'HiredStaffMember' })
export type HiredStaffMember = z.infer<typeof HiredStaffMember>

/** One thing somebody of the shop did. `outcome` is null while it is under way, or when the gateway died in the middle. */
export const MerchantAct = z
  .object({
    id: Id,
    at: Instant,
    staff: z.object({ id: Id, name: z.string() }),
    act: z.string().describe('Name of the call'),
    subject: z.string().nullable().describe('What it was done to: an order, a SKU code, a review'),
    detail: z.unknown().describe('What was asked'),
    outcome: z.enum(['done', 'refused', 'failed']).nullable(),
  })
  .meta({ id: 'MerchantAct' })
export type MerchantAct = z.infer<typeof MerchantAct>

export const MerchantPageQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(100).default(20),
})
export type MerchantPageQuery = z.input<typeof MerchantPageQuery>

export const MerchantOrderQuery = MerchantPageQuery.extend({ status: OrderStatus.optional() })
export type MerchantOrderQuery = z.input<typeof MerchantOrderQuery>

/** An order as the shop sees it. */
export const MerchantOrder = Order.omit({ actions: true })
  .extend({
    refunds: z.array(OrderRefund).describe('The first comes first'),
    refundable: Refundable.nullable().describe('null: refunds are made in the shop system'),
    shippingInfo: z
      .object({ state: z.enum(['due', 'partial', 'told', 'refused']), problem: z.string().nullable() })
      .nullable()
      .describe('How far WeChat was told what was sent; refused: somebody has to enter it in WeChat’s console'),
  })
  .meta({ id: 'MerchantOrder' })
export type MerchantOrder = z.infer<typeof MerchantOrder>

export const ShipmentRequest = z
  .strictObject({
    carrier: z.string().trim().min(1).max(40).describe('In words: 顺丰速运'),
    trackingNumber: z
      .string()
      .trim()
      .regex(/^[\w-]{4,40}$/, 'letters, digits, _ and -')
      .nullable(),
    lines: z
      .array(z.strictObject({ skuId: Id, quantity: z.int().min(1).max(999) }))
      .min(1)
      .max(200)
      .nullable()
      .describe('null: everything that has not been sent yet'),
  })
  .meta({ id: 'ShipmentRequest' })
export type ShipmentRequest = z.infer<typeof ShipmentRequest>

/** `storeId` is the till's: goods that wait in another store are not handed over here. */
export const PickupAtTill = z.strictObject({ pickupCode: z.string().regex(/^\d{12}$/, '12 digits'), storeId: Id })
export type PickupAtTill = z.infer<typeof PickupAtTill>

export const StockChange = z.strictObject({ onHand: z.int().min(0).max(1_000_000) })
export const PriceChange = z
  .strictObject({ price: Fen.min(1), compareAt: Fen.nullable() })
  .refine(({ price, compareAt }) => compareAt === null || compareAt > price, 'compareAt must be above price')

export const PendingReview = Review.omit({ followUp: true })
  .extend({
    productId: Id,
    productName: z.string(),
    orderId: Id,
    followUpTo: z
      .object({ text: z.string() })
      .nullable()
      .describe('It is a follow-up to this review, and decided on its own'),
  })
  .meta({ id: 'PendingReview' })
export const ReviewDecision = z.strictObject({
  publish: z.boolean(),
  reply: z.string().trim().min(1).max(500).nullable(),
})

const Words = z.strictObject({ 'zh-CN': z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) })
const CouponFields = z.strictObject({
  name: Words,
  benefit: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), amount: Fen.min(1) }),
    z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(99).describe('Taken off') }),
  ]),
  threshold: Fen,
  scope: z
    .strictObject({ categoryIds: z.array(Id).max(200), productIds: z.array(Id).max(500) })
    .nullable()
    .describe('null: everything'),
  firstOrderOnly: z.boolean(),
  stackable: z.boolean().default(false).describe('May be used together with others that may; otherwise alone'),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  usageLimit: z.int().min(1).nullable(),
  perCustomer: z.int().min(1).max(1_000),
})
export const CouponTerms = CouponFields.refine(
  ({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt,
  'startsAt must be before endsAt',
)
export const MerchantCoupon = CouponFields.extend({ code: CouponCode, used: z.int().min(0) }).meta({
  id: 'MerchantCoupon',
})
export type MerchantCoupon = z.infer<typeof MerchantCoupon>

export const MerchantOrderPage = pageOf(MerchantOrder).meta({ id: 'MerchantOrderPage' })
export const MerchantActPage = pageOf(MerchantAct).meta({ id: 'MerchantActPage' })
export const PendingReviewPage = pageOf(PendingReview).meta({ id: 'PendingReviewPage' })
