import { type BookedOrder, Books, type Shelf } from './books'

/** On the shelves of a store. */
interface Shelved {
  store_id: string
  sku_id: string
  on_hand: number
}

interface Stocked {
  id: string
  on_hand: number
  sold: number
  /** fen */
  price: string
  compare_at: string | null
}

/** Of a shop whose goods are in PostgreSQL: SQL. */
export class PostgresBooks extends Books {
  /** Of the first morning. */
  private stock: Stocked[] | null = null
  private shelves: Shelved[] | null = null

  async firstMorning(): Promise<void> {
    this.stock ??= await this.rows<Stocked>('select id, on_hand, sold, price, compare_at from commerce.skus')
    this.shelves ??= await this.rows<Shelved>('select store_id, sku_id, on_hand from commerce.store_stock')
    await this.forgetPurchases()
    await this.empties('commerce.orders', 'commerce.cart_lines', 'commerce.shipping_rules')
    await this.rows(
      `update commerce.skus as sku set on_hand = was.on_hand, sold = was.sold, reserved = 0, on_sale = true,
           price = was.price, compare_at = was.compare_at
         from json_to_recordset($1::json) as was(id text, on_hand int, sold int, price bigint, compare_at bigint)
         where sku.id = was.id`,
      [JSON.stringify(this.stock)],
    )
    await this.rows(
      `update commerce.store_stock as shelf set on_hand = was.on_hand, reserved = 0
         from json_to_recordset($1::json) as was(store_id text, sku_id text, on_hand int)
         where shelf.store_id = was.store_id and shelf.sku_id = was.sku_id`,
      [JSON.stringify(this.shelves)],
    )
  }

  async orders(): Promise<BookedOrder[]> {
    const rows = await this.rows<Record<string, unknown>>(
      `select o.*, p.state as payment,
         (select json_agg(json_build_object('code', sku_code, 'quantity', quantity, 'unitPrice', unit_price) order by position)
            from commerce.order_lines where order_id = o.id) as lines
         from commerce.orders o left join gateway.payments p on p.order_id = o.id order by o.placed_at desc`,
    )
    const fen = (value: unknown) => (value === null ? null : Number(value))
    return rows.map((row) => ({
      id: row.id as string,
      number: row.number as string,
      status: row.status as string,
      cancelledBecause: row.cancelled_because as string | null,
      goods: Number(row.goods),
      shipping: Number(row.shipping),
      total: Number(row.total),
      paidAmount: fen(row.paid_amount),
      transactionId: row.transaction_id as string | null,
      fapiao: row.fapiao as BookedOrder['fapiao'],
      address: row.address as BookedOrder['address'],
      remark: row.remark as string,
      lines: row.lines as BookedOrder['lines'],
      payment: row.payment as string | null,
    }))
  }

  async shelf(code: string): Promise<Shelf> {
    const [shelf] = await this.rows<Shelf>(
      'select on_hand as "onHand", reserved, sold from commerce.skus where code = $1',
      [code],
    )
    if (!shelf) throw new Error(`There is no SKU ${code}`)
    return shelf
  }

  async productId(slug: string): Promise<string> {
    const [product] = await this.rows<{ id: string }>('select id from commerce.products where slug = $1', [slug])
    if (!product) throw new Error(`There is no product ${slug}`)
    return product.id
  }

  async emptyStores(code: string): Promise<void> {
    await this.rows(
      'update commerce.store_stock set on_hand = 0 where sku_id = (select id from commerce.skus where code = $1)',
      [code],
    )
  }

  /** Pieces in the stores, and those of them that unpaid orders hold. */
  async inStores(code: string): Promise<{ onHand: number; reserved: number }> {
    const [found] = await this.rows<{ onHand: number; reserved: number }>(
      `select sum(on_hand)::int as "onHand", sum(reserved)::int as reserved from commerce.store_stock
         where sku_id = (select id from commerce.skus where code = $1)`,
      [code],
    )
    return found!
  }

  async setStock(code: string, pieces: number): Promise<void> {
    await this.rows('update commerce.skus set on_hand = $2 where code = $1', [code, pieces])
  }
}
