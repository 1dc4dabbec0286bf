import { z } from 'zod'
import { AfterSale, Waybill } from './after-sale'
import { Address } from './checkout'
import { MerchantPageQuery } from './merchant'
import { MerchantRefund, MerchantRefundRequest } from './merchant-refund'
import { Fen, Id, Instant, pageOf } from './primitives'
import type { RouteContract } from './routes'

/** What the shop's people may do with it now. */
export const MerchantAfterSaleAction = z.enum([
  'approve',
  'approve_refund',
  'refuse',
  'receive',
  'send_replacement',
  'refund',
])
export type MerchantAfterSaleAction = z.infer<typeof MerchantAfterSaleAction>

/** An after-sale as the shop sees it. `since` is when it came into the state it is in. */
export const MerchantAfterSale = AfterSale.omit({ actions: true })
  .extend({
    since: Instant,
    address: Address.describe('Of the order: where a replacement goes'),
    refundTrouble: z
      .enum(['abnormal', 'closed'])
      .nullable()
      .describe('What WeChat says of a refund it did not pay out; see the merchant platform'),
    replacementKept: z
      .boolean()
      .nullable()
      .describe(
        'Whether what is to be sent instead is set aside. false: the shop system cannot, keep it yourselves. null: nothing is',
      ),
    actions: z.array(MerchantAfterSaleAction).describe('The most wanted first'),
  })
  .meta({ id: 'MerchantAfterSale' })
export type MerchantAfterSale = z.infer<typeof MerchantAfterSale>

export const MerchantAfterSaleQuery = MerchantPageQuery.extend({
  which: z.enum(['open', 'all']).default('open'),
})
export type MerchantAfterSaleQuery = z.input<typeof MerchantAfterSaleQuery>

const AnswerWords = z.string().trim().max(500)

export const AfterSaleApproval = z
  .strictObject({
    amount: Fen.min(1).nullable().describe('null: what was asked; never more'),
    words: AnswerWords.describe('To the shopper; may be empty'),
    returnTo: z
      .union([z.strictObject({ storeId: Id }), z.strictObject({ text: z.string().trim().min(5).max(300) })])
      .nullable()
      .describe('Where goods go back to: a store, or whom, where and a telephone in words'),
    refundInstead: z
      .boolean()
      .optional()
      .describe('Of an exchange (`approve_refund`): the goods are taken back for money, there are none to give'),
  })
  .meta({ id: 'AfterSaleApproval' })
export type AfterSaleApproval = z.infer<typeof AfterSaleApproval>

export const AfterSaleRefusal = z.strictObject({ words: AnswerWords.min(1) }).meta({ id: 'AfterSaleRefusal' })

const afterSaleId = z.strictObject({ afterSaleId: Id })
const moved = ['not_found', 'after_sale_moved'] as const

export const merchantAfterSaleRoutes = {
  listMerchantAfterSales: {
    method: 'GET',
    path: '/v1/merchant/after-sales',
    summary: 'Those that wait for something, the longest waiting first; or all, newest first',
    auth: 'staff',
    query: MerchantAfterSaleQuery,
    status: 200,
    response: pageOf(MerchantAfterSale).meta({ id: 'MerchantAfterSalePage' }),
    errors: [],
  },
  getMerchantAfterSale: {
    method: 'GET',
    path: '/v1/merchant/after-sales/:afterSaleId',
    summary: 'One of them',
    auth: 'staff',
    params: afterSaleId,
    status: 200,
    response: MerchantAfterSale,
    errors: ['not_found'],
  },
  approveAfterSale: {
    method: 'POST',
    path: '/v1/merchant/after-sales/:afterSaleId/approve',
    summary: 'Agree: money goes back at once, or the goods are to come first',
    auth: 'staff',
    params: afterSaleId,
    body: AfterSaleApproval,
    status: 200,
    response: MerchantAfterSale,
    errors: [...moved, 'after_sale_too_much', 'replacement_sold_out', 'commerce_unavailable'],
  },
  refuseAfterSale: {
    method: 'POST',
    path: '/v1/merchant/after-sales/:afterSaleId/refuse',
    summary: 'Refuse what is asked, or what came back, and say why',
    auth: 'staff',
    params: afterSaleId,
    body: AfterSaleRefusal,
    status: 200,
    response: MerchantAfterSale,
    errors: [...moved],
  },
  receiveReturn: {
    method: 'POST',
    path: '/v1/merchant/after-sales/:afterSaleId/receipt',
    summary: 'The goods are back and as they should be: the money goes, or a replacement is to be sent',
    auth: 'staff',
    params: afterSaleId,
    body: z.strictObject({ restock: z.boolean().describe('They can be sold again') }),
    status: 200,
    response: MerchantAfterSale,
    errors: [...moved],
  },
  sendReplacement: {
    method: 'POST',
    path: '/v1/merchant/after-sales/:afterSaleId/replacement',
    summary: 'Send the goods of an exchange',
    auth: 'staff',
    params: afterSaleId,
    body: Waybill,
    status: 200,
    response: MerchantAfterSale,
    errors: [...moved],
  },
  refundAfterSale: {
    method: 'POST',
    path: '/v1/merchant/after-sales/:afterSaleId/refund',
    summary: 'Money instead of a replacement there is none of; or again, where WeChat closed the refund',
    auth: 'staff',
    params: afterSaleId,
    status: 200,
    response: MerchantAfterSale,
    errors: [...moved],
  },
  refundOrder: {
    method: 'POST',
    path: '/v1/merchant/orders/:orderId/refunds',
    summary:
      'Send money of a paid order back without anybody having asked; not_supported where the shop system makes refunds',
    auth: 'staff',
    idempotent: true,
    params: z.strictObject({ orderId: Id }),
    body: MerchantRefundRequest,
    status: 201,
    response: MerchantRefund,
    errors: [
      'not_found',
      'idempotency_key_required',
      'idempotency_key_reused',
      'order_not_paid',
      'more_than_paid',
      'more_than_ordered',
      'not_supported',
      'commerce_unavailable',
    ],
  },
} as const satisfies Record<string, RouteContract>
