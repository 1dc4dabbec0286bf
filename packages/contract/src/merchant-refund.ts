import { z } from 'zod'
import { Fen, Id, Instant, Quantity } from './primitives'

const Pieces = z.array(z.strictObject({ skuId: Id, quantity: Quantity })).max(200)

export const MerchantRefundRequest = z
  .strictObject({
    amount: Fen.min(1),
    lines: Pieces.refine(
      (lines) => new Set(lines.map(({ skuId }) => skuId)).size === lines.length,
      'one line for each SKU',
    ).describe('Pieces that are not sent, or came back; empty: money alone'),
    restock: z.boolean().describe('Those pieces can be sold again'),
    reason: z.string().trim().min(1).max(40).describe('The shopper reads it in WeChat'),
  })
  .meta({ id: 'MerchantRefundRequest' })
export type MerchantRefundRequest = z.infer<typeof MerchantRefundRequest>

const RefundState = z
  .enum(['on_its_way', 'done', 'abnormal', 'closed'])
  .describe('abnormal: WeChat could not pay it out, see the merchant platform; closed: nothing was sent back')

export const MerchantRefund = z
  .object({ id: Id, orderId: Id, amount: Fen, state: RefundState })
  .meta({ id: 'MerchantRefund' })
export type MerchantRefund = z.infer<typeof MerchantRefund>

/** Money of an order that went back or is about to, whoever asked for it. */
export const OrderRefund = z
  .object({ id: Id, amount: Fen, state: RefundState, reason: z.string(), at: Instant })
  .meta({ id: 'OrderRefund' })
export type OrderRefund = z.infer<typeof OrderRefund>

/** What of an order can be sent back without anybody having asked. */
export const Refundable = z
  .object({
    amount: Fen.describe('What was paid, less what went back, is on its way or is asked for in an after-sale'),
    lines: z
      .array(
        z.object({
          skuId: Id,
          pieces: z.int().min(1).describe('Nobody has asked for these yet'),
          amounts: z.array(Fen).describe('The share of what was paid of one piece, of two, …'),
        }),
      )
      .describe('Without those of which nothing is left'),
  })
  .meta({ id: 'Refundable' })
export type Refundable = z.infer<typeof Refundable>
