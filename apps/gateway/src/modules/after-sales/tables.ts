import type { AfterSaleKind, AfterSaleState, OrderLine, Picture } from '@xiaopu/commerce'
import type { AfterSaleReason, AfterSaleStep, Waybill } from '@xiaopu/contract'
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/**
 * A line as it was bought, and the most that could go back for these pieces when it was asked, fen. `replacement` is what an
 * exchange is for; one of before there was a choice is for the same again.
 */
export type AfterSaleLine = Omit<OrderLine, 'discount'> & {
  worth: number
  replacement?: Pick<OrderLine, 'skuId' | 'options' | 'picture'>
}

/** What shoppers have asked for after buying, and what became of it. Amounts in fen. */
export const afterSales = gateway.table(
  'after_sales',
  {
    id: text().primaryKey(),
    shopperId: text('shopper_id').notNull(),
    /** Of the request, so that a second tap is the same one. */
    idempotencyKey: text('idempotency_key').notNull(),
    bodyHash: text('body_hash').notNull(),
    orderId: text('order_id').notNull(),
    orderNumber: text('order_number').notNull(),
    kind: text().$type<AfterSaleKind>().notNull(),
    state: text().$type<AfterSaleState>().notNull(),
    lines: jsonb().$type<AfterSaleLine[]>().notNull(),
    asked: bigint({ mode: 'number' }).notNull(),
    granted: bigint({ mode: 'number' }),
    reason: text().$type<AfterSaleReason>().notNull(),
    words: text().notNull(),
    pictures: jsonb().$type<Picture[]>().notNull(),
    answer: text(),
    returnTo: jsonb('return_to').$type<{ storeId: string | null; text: string }>(),
    returnBy: instant('return_by'),
    waybill: jsonb().$type<Waybill>(),
    replacement: jsonb().$type<Waybill>(),
    /** What came back can be sold again. */
    restock: boolean().notNull().default(false),
    /** What began as an exchange the shop had no goods for. */
    insteadOfExchange: boolean('instead_of_exchange').notNull().default(false),
    /** Of an exchange: its goods may be set aside in the shop system; settled once they are sent or given back for good. */
    replacementStock: text('replacement_stock').$type<'set_aside' | 'settled'>(),
    /** The refund that is on its way or done; of several, where WeChat closed one, the last. */
    outRefundNo: text('out_refund_no').unique(),
    refundsMade: integer('refunds_made').notNull().default(0),
    progress: jsonb().$type<AfterSaleStep[]>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** When it came into its state. */
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('after_sales_key').on(table.shopperId, table.idempotencyKey),
    index('after_sales_of_shopper').on(table.shopperId, table.requestedAt),
    index('after_sales_of_order').on(table.orderId),
    index('after_sales_state').on(table.state, table.changedAt),
    index('after_sales_set_aside').on(table.replacementStock).where(sql`${table.replacementStock} = 'set_aside'`),
  ],
)

/** When orders were received: from then on the time runs in which something can be asked for. */
export const receivedOrders = gateway.table('received_orders', {
  orderId: text('order_id').primaryKey(),
  receivedAt: instant('received_at').notNull(),
})
