import { type BookedOrder, Books, type Shelf } from './books'

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

  async firstMorning(): Promise<void> {
    this.stock ??= await this.rows<Stocked>('select id, on_hand, sold, price, compare_at from commerce.skus')
    await this.forgetPurchases()
    await this.empties('commerce.orders', 'commerce.cart_lines', 'commerce.shipping_rules')
    await this.rows(
      `update commerce.skus as sku set on_hand = was.on_hand, sold = was.sold, reserved = 0, on_sale = true,
           price = was.price, compare_at = was.compare_at
         from json_to_recordset($1::json) as was(id text, on_hand int, sold int, price bigint, compare_at bigint)
         where sku.id = was.id`,
      [JSON.stringify(this.stock)],
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

  async setStock(code: string, pieces: number): Promise<void> {
    await this.rows('update commerce.skus set on_hand = $2 where code = $1', [code, pieces])
  }
}
