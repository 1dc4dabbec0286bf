import type { Demo } from '@xiaopu/demo'
import { type BookedOrder, Books, type Database, type Shelf } from './books'

type Magento = NonNullable<Demo['magento']>
type Order = ReturnType<Magento['standIn']['control']['orders']>[number]

/** What our database has of an order that Magento has, too, or cannot remember. */
interface Ours {
  id: string
  number: string
  magento_number: string
  status: string
  cancelled_because: string | null
  transaction_id: string | null
  fapiao: BookedOrder['fapiao']
  address: BookedOrder['address']
  remark: string
  payment: string | null
}

/** An order Magento has and we have never heard of. */
const UNKNOWN: Omit<Ours, 'number' | 'magento_number'> = {
  id: '',
  status: 'unknown',
  cancelled_because: null,
  transaction_id: null,
  fapiao: null,
  address: {},
  remark: '',
  payment: null,
}

/** Magento's word for a state, as ours. */
const STATUS: Record<Order['state'], string> = {
  new: 'pending_payment',
  pending_payment: 'pending_payment',
  processing: 'paid',
  // Everything has left the warehouse; that it has arrived only the shopper knows.
  complete: 'shipped',
  closed: 'closed',
  canceled: 'cancelled',
  holded: 'on hold',
}

/**
 * Of a shop whose goods are at Magento: what the stand-in knows, and SQL for what Magento cannot remember. An order counts
 * only as far as both agree.
 */
export class MagentoBooks extends Books {
  /** Magento deletes no order: those of earlier mornings. */
  private before = new Set<string>()
  /** Of the first morning. */
  private shipping: { flatRate: number; freeShippingFrom: number | null } | null = null

  constructor(
    database: () => Database,
    private readonly magento: Magento,
  ) {
    super(database)
  }

  async firstMorning(): Promise<void> {
    this.control.disarm()
    const { flatRate, freeShippingFrom } = this.control.settings()
    this.shipping ??= { flatRate, freeShippingFrom }
    this.control.configure(this.shipping)
    await this.forgetPurchases()
    await this.empties('magento.orders', 'magento.placements', 'magento.cart_lines')
    this.before = new Set(this.control.orders().map(({ number }) => number))
    for (const product of this.magento.catalogue.products) {
      const shelves = product.type === 'configurable' ? product.variants : 'stock' in product ? [product] : []
      for (const { sku, stock, price, special = price } of shelves) {
        this.control.setStock(sku, stock)
        this.control.setPrice(sku, special)
      }
    }
  }

  async orders(): Promise<BookedOrder[]> {
    const ours = await this.rows<Ours>(
      `select o.*, p.state as payment from magento.orders o left join gateway.payments p on p.order_id = o.id`,
    )
    return this.ordersOfToday()
      .sort((one, other) => other.id - one.id)
      .map((there) => {
        const here = ours.find(({ magento_number }) => magento_number === there.number)
        return bookedOrder(here ?? { ...UNKNOWN, number: there.number, magento_number: there.number }, there)
      })
  }

  /** Magento reserves until it ships; here what is paid for counts as sold, as in the other books. */
  async shelf(code: string): Promise<Shelf> {
    const pieces = (status: string) =>
      this.ordersOfToday()
        .filter(({ state }) => STATUS[state] === status)
        .flatMap(({ items }) => items)
        .filter(({ sku }) => sku === code)
        .reduce((sum, { ordered }) => sum + ordered, 0)
    const reserved = pieces('pending_payment')
    return { onHand: this.control.salable(code) + reserved, reserved, sold: pieces('paid') }
  }

  async productId(slug: string): Promise<string> {
    const found = this.magento.catalogue.products.find(({ urlKey }) => urlKey === slug)
    if (!found) throw new Error(`There is no product ${slug}`)
    // Its address is its id.
    return found.urlKey
  }

  async setStock(code: string, pieces: number): Promise<void> {
    this.control.setStock(code, pieces)
  }

  /** There a store has no stock of its own: what lies in it is part of what is sent. */
  async emptyStores(): Promise<void> {}

  private get control() {
    return this.magento.standIn.control
  }

  private ordersOfToday(): Order[] {
    return this.control.orders().filter(({ number }) => !this.before.has(number))
  }
}

function bookedOrder(here: Ours, there: Order): BookedOrder {
  const status = STATUS[there.state]
  const invoiced = there.invoices.reduce((sum, { total }) => sum + total, 0)
  return {
    id: here.id,
    number: here.number,
    status: here.status === status ? status : `${here.status} here, ${there.state} at Magento`,
    cancelledBecause: here.cancelled_because,
    goods: there.subtotal,
    shipping: there.shipping,
    total: there.grandTotal,
    paidAmount: there.invoices.length > 0 ? invoiced : null,
    transactionId: here.transaction_id,
    fapiao: here.fapiao,
    address: here.address,
    remark: here.remark,
    lines: there.items.map(({ sku, ordered, price }) => ({ code: sku, quantity: ordered, unitPrice: price })),
    payment: here.payment,
  }
}
