import { emptied } from '@xiaopu/commerce-postgres/testing'
import type { Demo } from '@xiaopu/demo'

export type Database = ReturnType<Demo['gateway']>['database']

/** One order with its payment, as the database has them. Amounts in fen. */
export interface BookedOrder {
  id: string
  number: string
  status: string
  cancelledBecause: string | null
  goods: number
  shipping: number
  total: number
  paidAmount: number | null
  transactionId: string | null
  fapiao: Record<string, unknown> | null
  address: Record<string, unknown>
  remark: string
  lines: { code: string; quantity: number; unitPrice: number }[]
  /** null until somebody tried to pay. */
  payment: string | null
}

export interface Shelf {
  onHand: number
  reserved: number
  sold: number
}

/**
 * What a shop has in writing, read and changed behind everybody's back: by ways of its own, so that no code under test
 * vouches for itself. Which way depends on where the goods and orders are.
 */
export abstract class Books {
  constructor(private readonly database: () => Database) {}

  /** Shelves and prices as they were, and nobody has been here. Shoppers and sessions stay. */
  abstract firstMorning(): Promise<void>
  /** Newest first. */
  abstract orders(): Promise<BookedOrder[]>
  /** Pieces of a SKU, by its code. @throws when there is no such SKU */
  abstract shelf(code: string): Promise<Shelf>
  /** Of the product with that slug, as in apps/demo/seed/products.csv. @throws when there is none */
  abstract productId(slug: string): Promise<string>
  /** As if somebody had counted the shelf again. */
  abstract setStock(code: string, pieces: number): Promise<void>
  /** Nothing of it lies in a store any more that could be sold there alone. */
  abstract emptyStores(code: string): Promise<void>

  /** @throws when there is not exactly one */
  async onlyOrder(): Promise<BookedOrder> {
    const orders = await this.orders()
    if (orders.length !== 1) throw new Error(`There are ${orders.length} orders`)
    return orders[0]!
  }

  /** How many people the shop knows by that name. */
  async shoppersNamed(nickname: string): Promise<number> {
    return (await this.rows('select from gateway.shoppers where nickname = $1', [nickname])).length
  }

  /** All shoppers are signed out, without being told. */
  async endAllSessions(): Promise<void> {
    await this.rows('delete from gateway.sessions')
  }

  /** What the gateway keeps of purchases and of shoppers, on whichever back end. */
  protected async forgetPurchases(): Promise<void> {
    await this.empties(
      ...['payments', 'payment_events', 'refunds', 'idempotency_keys', 'quotes', 'deselected_cart_lines'].map(ours),
      ...['pickup_cart_lines', 'addresses', 'kept_products', 'taken_coupons', 'reviewed_products', 'reviews'].map(ours),
      ...['after_sales', 'received_orders', 'fapiao_titles', 'order_fapiao', 'fapiao_documents'].map(ours),
    )
  }

  /** Tables, and all that refer to them. Before every journey: deleting a few rows costs far less than truncating. */
  protected empties(...tables: string[]): Promise<void> {
    return emptied(this.database(), tables)
  }

  protected async rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database().execute(text, values)).rows as Row[]
  }
}

const ours = (table: string) => `gateway.${table}`
