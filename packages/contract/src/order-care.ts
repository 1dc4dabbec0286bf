import { z } from 'zod'
import { Id, Instant } from './primitives'

/** Why a shopper cancels. Grows within a version: a client shows one it does not know as `other`. */
export const CancelReason = z.enum(['changed_mind', 'wrong_goods', 'wrong_address', 'price', 'payment', 'other'])
export type CancelReason = z.infer<typeof CancelReason>

export const CancelOrder = z.strictObject({
  reason: CancelReason,
  words: z.string().trim().max(100).describe('In the shopper’s own words; may be empty'),
})
export type CancelOrder = z.infer<typeof CancelOrder>

/** A paid order that was not sent for so long that its shopper asked. */
export const Reminder = z.object({
  since: Instant.describe('The first time'),
  last: Instant,
  times: z.int().min(1),
})
export type Reminder = z.infer<typeof Reminder>

export const WaitingReminder = z
  .object({ orderId: Id, orderNumber: z.string(), paidAt: Instant.nullable(), reminder: Reminder })
  .meta({ id: 'WaitingReminder' })

/** How far a parcel is, in the words of WeChat's logistics component. `sent` is the shop's own word, before the carrier's first. */
export const ParcelStatus = z.enum([
  'sent',
  'collected',
  'moving',
  'delivering',
  'signed',
  'signed_by_other',
  'trouble',
])
export type ParcelStatus = z.infer<typeof ParcelStatus>

/** What is known of a parcel on its way. */
export const ParcelTrace = z
  .object({
    shipmentId: Id,
    carrier: z.string(),
    trackingNumber: z.string().nullable(),
    traced: z
      .enum(['yes', 'not_yet', 'no'])
      .describe('no: there is no number, the carrier is unknown to WeChat, or WeChat does not answer'),
    events: z
      .array(z.object({ status: ParcelStatus, at: Instant }))
      .describe('The newest first; at least that it was sent'),
  })
  .meta({ id: 'ParcelTrace' })
export type ParcelTrace = z.infer<typeof ParcelTrace>
