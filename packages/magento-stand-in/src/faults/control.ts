import type { CouponFixture } from '../fixtures/types'
import { passwordHash } from '../graphql/customer/passwords'
import type { Magento } from '../magento'
import type { MagentoSettings } from '../options'
import { cancel, invoice, refund, ship } from '../sales/after-sale'
import { setPrice } from '../sales/prices'
import { salable, setAtSource, setSalable } from '../sales/stock'
import { couponOf } from '../sales/totals'
import type { Customer, Order, Review, Track } from '../state/state'
import type { Fault, FaultKind } from './faults'
import type { LoggedRequest, RequestLog } from './request-log'
import type { Webhooks } from './webhooks'

/** The hand of a test, or of the person at the demo, on the shop. */
export class Control {
  constructor(
    private readonly magento: Magento,
    private readonly log: RequestLog,
    private readonly webhooks: Webhooks,
    /** Errors of the stand-in itself, masked on the wire: a test looks that there were none. */
    readonly bugs: Error[],
  ) {}

  /** Lets something go wrong, once or so many times. */
  arm(fault: Fault, times: number | 'always' = 1): void {
    this.magento.faults.arm(fault, times)
  }
  disarm(kind?: FaultKind): void {
    this.magento.faults.disarm(kind)
  }
  faults() {
    return this.magento.faults.list()
  }

  requests(): LoggedRequest[] {
    return this.log.list()
  }
  clearRequests(): void {
    this.log.clear()
  }

  /** From now on so many pieces can be sold. @throws for an unknown SKU */
  setStock(sku: string, pieces: number): void {
    this.known(sku)
    setSalable(this.magento, sku, pieces)
  }
  /** So much of it lies in that source from now on. @throws for an unknown SKU */
  setSourceStock(source: string, sku: string, quantity: number): void {
    this.known(sku)
    setAtSource(this.magento, source, sku, quantity)
  }
  salable(sku: string): number {
    this.known(sku)
    return salable(this.magento, sku)
  }
  /** Major units. A reduced product keeps its struck price. */
  setPrice(sku: string, price: number): void {
    setPrice(this.magento, sku, price)
  }
  /** Disables the product or variant. */
  putOffSale(sku: string): void {
    this.known(sku)
    this.magento.state.enabled[sku] = false
  }
  putOnSale(sku: string): void {
    this.known(sku)
    this.magento.state.enabled[sku] = true
  }

  orders(): Order[] {
    return structuredClone(this.magento.state.orders)
  }
  order(number: string): Order | null {
    return this.orders().find((order) => order.number === number) ?? null
  }
  customers(): Customer[] {
    return structuredClone(this.magento.state.customers)
  }
  /** The customer has set another password at the shop's website. */
  changePassword(email: string, password: string): void {
    const customer = this.magento.state.customers.find((one) => one.email === email)
    if (!customer) throw new Error(`There is no customer ${email}`)
    customer.passwordHash = passwordHash(password)
  }
  /** The merchant in the admin: what was paid at the counter, what left the warehouse, what is called off. */
  invoiceOrder(number: string): void {
    invoice(this.magento, this.find(number), null)
  }
  /** One shipment, of all that is left to send or of so many pieces of each SKU. */
  shipOrder(number: string, tracks: Omit<Track, 'id'>[] = [], pieces: Record<string, number> | null = null): void {
    const order = this.find(number)
    const items = pieces && order.items.map(({ id, sku }) => ({ orderItemId: id, quantity: pieces[sku] ?? 0 }))
    ship(this.magento, order, items?.filter(({ quantity }) => quantity > 0) ?? null, tracks)
  }
  cancelOrder(number: string): boolean {
    return cancel(this.magento, this.find(number))
  }
  /**
   * A credit memo of the merchant's, whose money moves elsewhere: of all that is left, or of so much for no goods in
   * particular. Major units. @throws when there is not that much to refund
   */
  refundOrder(number: string, amount?: number): void {
    const order = this.find(number)
    const none = order.items.map(({ id }) => ({ orderItemId: id, quantity: 0 }))
    const adjusted = order.creditMemos.reduce((sum, { adjustment }) => sum + adjustment, 0) / 100
    refund(this.magento, order, {
      items: amount === undefined ? null : none,
      shipping: amount === undefined ? null : 0,
      adjustmentPositive: amount ?? 0,
      // What went back for no goods cannot go back again with the goods.
      adjustmentNegative: amount === undefined ? adjusted : 0,
      returnToStock: [],
    })
  }
  approveReviews(): void {
    for (const review of this.magento.state.reviews) review.approved = true
  }
  /** The oldest first. */
  reviews(): Review[] {
    return structuredClone(this.magento.state.reviews)
  }
  /** The one at that place of `reviews()`. @throws when there is none */
  approveReview(place: number): void {
    const review = this.magento.state.reviews[place]
    if (!review) throw new Error(`There is no review ${place}`)
    review.approved = true
  }

  /** The merchant changes the words of one before they let it through. @throws when there is none */
  editReview(place: number, words: Partial<Pick<Review, 'nickname' | 'summary' | 'text'>>): void {
    const review = this.magento.state.reviews[place]
    if (!review) throw new Error(`There is no review ${place}`)
    Object.assign(review, words)
  }

  /** What the merchant calls related, by SKU; the order counts. */
  relate(sku: string, related: string[]): void {
    for (const one of [sku, ...related]) this.known(one)
    this.magento.state.related[sku] = related
  }
  addCoupon(coupon: CouponFixture): void {
    this.magento.state.coupons.unshift(coupon)
  }
  /** Those that count, the newest first. */
  coupons(): CouponFixture[] {
    const { state, catalogue } = this.magento
    const all = [...state.coupons, ...(catalogue.fixture.coupons ?? [])]
    return structuredClone(all.filter((coupon) => couponOf(this.magento, coupon.code) === coupon))
  }
  /** From now on it counts for nobody. */
  withdrawCoupon(code: string): void {
    this.magento.state.withdrawnCoupons.push(code)
  }

  settings(): Readonly<MagentoSettings> {
    return this.magento.settings
  }
  configure(settings: Partial<MagentoSettings>): void {
    Object.assign(this.magento.settings, settings)
  }
  /** Where changes of orders are told; null: nowhere. */
  pointWebhookAt(target: { url: string; secret: string } | null): void {
    this.webhooks.pointAt(target)
  }
  /** Resolves when all that was told has been answered. */
  async webhooksSettled() {
    await this.webhooks.settled()
    return this.webhooks.sent
  }

  /** Moves the clock on, in ms. */
  advance(ms: number): void {
    this.magento.state.clockOffset += ms
  }

  private known(sku: string): void {
    if (!this.magento.catalogue.bySku.has(sku)) throw new Error(`The catalogue has no ${sku}`)
  }
  private find(number: string): Order {
    const order = this.magento.state.orders.find((one) => one.number === number)
    if (!order) throw new Error(`There is no order ${number}`)
    return order
  }
}
