import { z } from 'zod'
import { PurchaseLine } from './checkout'
import { Cursor, Fen, Id, Instant, Picture, pageOf, Quantity } from './primitives'
import type { RouteContract } from './routes'
import { MAX_PICTURES, UploadIds } from './uploads'

/** 仅退款, 退货退款, 换货 */
export const AfterSaleKind = z.enum(['refund', 'return', 'exchange'])
export type AfterSaleKind = z.infer<typeof AfterSaleKind>

/**
 * `awaiting_return`: agreed, the goods are to be sent back. `received`: the goods of an exchange are back.
 * `expired`: nobody sent them back in time. `closed`: all of the order's money has gone back some other way.
 */
export const AfterSaleState = z.enum([
  'requested',
  'awaiting_return',
  'returning',
  'received',
  'refunding',
  'refunded',
  'replacement_sent',
  'completed',
  'refused',
  'withdrawn',
  'expired',
  'closed',
])
export type AfterSaleState = z.infer<typeof AfterSaleState>

/** What the shopper may do now. The server decides; the storefront only renders. */
export const AfterSaleAction = z.enum(['send_back', 'confirm_replacement', 'withdraw'])
export type AfterSaleAction = z.infer<typeof AfterSaleAction>

export const AfterSaleReason = z.enum([
  'changed_mind',
  'ordered_wrong',
  'too_slow',
  'not_received',
  'missing',
  'damaged',
  'faulty',
  'wrong_goods',
  'not_as_described',
  'other',
])
export type AfterSaleReason = z.infer<typeof AfterSaleReason>

/** What can still be asked for of an order. Nothing can where `kinds` is empty. */
export const AfterSaleOptions = z
  .object({
    orderId: Id,
    until: Instant.nullable().describe('Until when it can be asked for; null: nothing has ended it yet'),
    kinds: z.array(z.object({ kind: AfterSaleKind, reasons: z.array(AfterSaleReason).min(1) })),
    lines: z.array(
      PurchaseLine.extend({
        most: z
          .object({ refund: z.int().min(0), return: z.int().min(0), exchange: z.int().min(0) })
          .describe('Pieces that each kind can be asked for'),
        amounts: z
          .array(Fen)
          .describe('The most that can go back for one piece, for two, …: its share of what was paid'),
        replacements: z
          .array(z.object({ skuId: Id, options: z.array(z.string()), available: z.boolean() }))
          .describe('What its pieces can be exchanged for: itself first, then others of the product at the same price'),
      }),
    ),
    shipping: Fen.describe('Goes back besides, when a refund takes every piece of every line'),
    money: Fen.describe('The most that can go back in all, whatever the lines come to: what nobody has given back yet'),
  })
  .meta({ id: 'AfterSaleOptions' })
export type AfterSaleOptions = z.infer<typeof AfterSaleOptions>

export const AfterSaleRequest = z
  .strictObject({
    kind: AfterSaleKind,
    lines: z
      .array(
        z.strictObject({
          skuId: Id,
          quantity: Quantity,
          replacementSkuId: Id.optional().describe('Of an exchange: what is wanted instead; left out, the same again'),
        }),
      )
      .min(1)
      .max(200)
      .refine((lines) => new Set(lines.map(({ skuId }) => skuId)).size === lines.length, 'one line for each SKU'),
    amount: Fen.min(1).nullable().describe('null: the most there is for these lines; always null for an exchange'),
    reason: AfterSaleReason,
    words: z.string().trim().max(500).describe('May be empty'),
    uploadIds: UploadIds,
  })
  .refine(({ kind, amount }) => kind !== 'exchange' || amount === null, {
    message: 'no money goes back with an exchange',
    path: ['amount'],
  })
  .refine(({ kind, lines }) => kind === 'exchange' || lines.every((line) => line.replacementSkuId === undefined), {
    message: 'nothing is sent instead but with an exchange',
    path: ['lines'],
  })
  .meta({ id: 'AfterSaleRequest' })
export type AfterSaleRequest = z.infer<typeof AfterSaleRequest>

/** By whom and under which number goods travel. */
export const Waybill = z
  .strictObject({
    carrier: z.string().trim().min(1).max(40).describe('In words: 顺丰速运'),
    trackingNumber: z
      .string()
      .trim()
      .regex(/^[\w-]{4,40}$/, 'letters, digits, _ and -'),
  })
  .meta({ id: 'Waybill' })
export type Waybill = z.infer<typeof Waybill>

export const AfterSaleStep = z
  .object({
    state: AfterSaleState,
    at: Instant,
    by: z.enum(['shopper', 'merchant', 'shop']).describe('shop: it happened by itself'),
    words: z.string().nullable().describe('What the merchant said with it'),
  })
  .meta({ id: 'AfterSaleStep' })
export type AfterSaleStep = z.infer<typeof AfterSaleStep>

export const AfterSale = z
  .object({
    id: Id,
    orderId: Id,
    orderNumber: z.string(),
    kind: AfterSaleKind,
    state: AfterSaleState,
    open: z.boolean().describe('Something is still to come'),
    lines: z.array(PurchaseLine),
    replacements: z.array(PurchaseLine).describe('What is to be sent instead; only of an exchange'),
    insteadOfExchange: z
      .boolean()
      .describe('An exchange was asked for, and the shop had none to give: money goes back instead'),
    asked: Fen.describe('What the shopper asked back; 0 for an exchange'),
    granted: Fen.nullable().describe('What the merchant agreed to send back'),
    reason: AfterSaleReason,
    words: z.string(),
    pictures: z.array(Picture).max(MAX_PICTURES),
    answer: z.string().nullable().describe("The merchant's last words"),
    returnTo: z
      .object({ storeId: Id.nullable(), text: z.string().describe('Whom to send it to, where, and a telephone') })
      .nullable(),
    returnBy: Instant.nullable().describe('Not sent back by then, it is closed'),
    waybill: Waybill.nullable().describe('What the shopper sent back by'),
    replacement: Waybill.nullable(),
    refund: z
      .object({ amount: Fen, state: z.enum(['on_its_way', 'done', 'delayed']) })
      .nullable()
      .describe('delayed: WeChat could not pay it out, the merchant has to look into it'),
    progress: z.array(AfterSaleStep).describe('The first step comes first'),
    requestedAt: Instant,
    serverTime: Instant,
    actions: z.array(AfterSaleAction).describe('The most wanted first'),
  })
  .meta({ id: 'AfterSale' })
export type AfterSale = z.infer<typeof AfterSale>

export const AfterSaleQuery = z.strictObject({
  orderId: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(10),
})
export type AfterSaleQuery = z.input<typeof AfterSaleQuery>

export const AfterSalePage = pageOf(AfterSale).meta({ id: 'AfterSalePage' })
export type AfterSalePage = z.infer<typeof AfterSalePage>

const orderId = z.strictObject({ orderId: Id })
const afterSaleId = z.strictObject({ afterSaleId: Id })

export const afterSaleRoutes = {
  getAfterSaleOptions: {
    method: 'GET',
    path: '/v1/orders/:orderId/after-sale-options',
    summary: 'What can still be asked for: pieces, money, reasons',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: AfterSaleOptions,
    errors: ['not_found', 'commerce_unavailable'],
  },
  requestAfterSale: {
    method: 'POST',
    path: '/v1/orders/:orderId/after-sales',
    summary: 'Ask for a refund, a return or an exchange',
    auth: 'shopper',
    idempotent: true,
    params: orderId,
    body: AfterSaleRequest,
    status: 201,
    response: AfterSale,
    errors: [
      'not_found',
      'idempotency_key_required',
      'idempotency_key_reused',
      'after_sale_over',
      'after_sale_too_much',
      'commerce_unavailable',
    ],
  },
  listAfterSales: {
    method: 'GET',
    path: '/v1/after-sales',
    summary: 'Own ones, newest first; those of one order',
    auth: 'shopper',
    query: AfterSaleQuery,
    status: 200,
    response: AfterSalePage,
    errors: [],
  },
  getAfterSale: {
    method: 'GET',
    path: '/v1/after-sales/:afterSaleId',
    summary: 'One own after-sale and how far it is',
    auth: 'shopper',
    params: afterSaleId,
    status: 200,
    response: AfterSale,
    errors: ['not_found'],
  },
  withdrawAfterSale: {
    method: 'POST',
    path: '/v1/after-sales/:afterSaleId/withdraw',
    summary: 'Take it back, as long as nothing was sent',
    auth: 'shopper',
    params: afterSaleId,
    status: 200,
    response: AfterSale,
    errors: ['not_found', 'after_sale_moved'],
  },
  giveReturnWaybill: {
    method: 'PUT',
    path: '/v1/after-sales/:afterSaleId/waybill',
    summary: 'Say how the goods were sent back, or correct it',
    auth: 'shopper',
    params: afterSaleId,
    body: Waybill,
    status: 200,
    response: AfterSale,
    errors: ['not_found', 'after_sale_moved'],
  },
  confirmReplacement: {
    method: 'POST',
    path: '/v1/after-sales/:afterSaleId/replacement-receipt',
    summary: 'Say that the replacement has arrived',
    auth: 'shopper',
    params: afterSaleId,
    status: 200,
    response: AfterSale,
    errors: ['not_found', 'after_sale_moved'],
  },
} as const satisfies Record<string, RouteContract>
