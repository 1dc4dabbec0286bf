import { randomUUID } from 'node:crypto'
import type { Capabilities, CommerceBackend } from '../port/backend'
import type { GoodsLine } from '../port/cart'
import type { Address, OrderRequest, PlacedOrder, PurchaseItem } from '../port/checkout'
import type { Order } from '../port/orders'
import type { ShopperContext } from '../port/values'

/** A back end with the catalogue and stores of `./catalogue` in it, and a hand on its stock, prices and clock. */
export interface ConformanceShop {
  backend: CommerceBackend
  /** From now on so many pieces can be bought. */
  setStock(skuCode: string, pieces: number): Promise<void>
  setPrice(skuCode: string, fen: number): Promise<void>
  putOffSale(skuCode: string): Promise<void>
  putOnSale(skuCode: string): Promise<void>
  /**
   * Makes a coupon for everybody: so much off what comes to at least the threshold, of everything or of one product (by slug).
   * `stackable` means something where one order can have several.
   */
  addCoupon(coupon: {
    code: string
    percent: number
    threshold: number
    only?: string
    stackable?: boolean
  }): Promise<void>
  /** The coupon has run out, or was taken back: from now on it counts for nobody. */
  withdrawCoupon(code: string): Promise<void>
  /** The warehouse sends all there is of the order in one parcel. */
  shipEverything(order: Order, parcel: { carrier: string; trackingNumber: string }): Promise<void>
  /** From now on so many pieces can be picked up from that store (by its id in `./catalogue`). */
  setStoreStock(storeCode: string, skuCode: string, pieces: number): Promise<void>
  /** The store has laid ready what is to be picked up. */
  markReady(order: Order): Promise<void>
  /** The merchant lets through every review that waits in the shop system; where the capability `keepsReviews` says it has some. */
  publishReviews?(): Promise<void>
  /** The merchant says what goes well with a product, by slugs. */
  relate(slug: string, related: string[]): Promise<void>
  /** The product is not sent to those places any more; where the capability `undeliverableGoods` says that there is such a thing. */
  keepFrom?(slug: string, places: string[]): Promise<void>
  /** The merchant sends so much of a paid order back in the shop system, and the back end has heard of it. */
  refund?(order: Order, fen: number): Promise<void>
  /** Moves the back end's clock on. */
  advance(ms: number): Promise<void>
  tearDown(): Promise<void>
}

export interface Conformance {
  /** What the back end says it can do: what it cannot is not asked of it. */
  capabilities: Capabilities
  /** Pieces of one SKU that one order may take at most. */
  maxPerOrder: number
  /** Parts of the suite (by the names in `./index`) that cannot be asked where it runs, each with the reason. */
  leftOut?: Record<string, string>
  setUp(): Promise<ConformanceShop>
}

/** What the tests of one back end share. */
export interface Bench {
  readonly shop: ConformanceShop
  readonly backend: CommerceBackend
  readonly conformance: Conformance
  /** Id of the SKU with that code. */
  sku(code: string): string
  /** Id of the product with that slug. */
  product(slug: string): string
}

/** A shopper nobody has seen before. */
export function newShopper(locale: ShopperContext['locale'] = 'zh-CN'): ShopperContext {
  return { locale, customer: { id: randomUUID() } }
}

export const ADDRESS: Address = {
  name: '张三',
  phone: '13800138000',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 1 号 2 单元 301',
  postalCode: '310012',
  nationalCode: '330106',
}

/** An order for the items, at the total the shopper has just been quoted. */
export async function orderFor(
  { backend }: Bench,
  shopper: ShopperContext,
  items: PurchaseItem[],
  changes: Partial<OrderRequest> = {},
): Promise<OrderRequest> {
  const quote = await backend.checkout.quote(shopper, { items, address: ADDRESS, coupons: changes.coupons ?? [] })
  return {
    reference: randomUUID(),
    items,
    address: ADDRESS,
    fapiao: null,
    remark: '',
    coupons: [],
    expectedTotal: quote.amounts.total,
    cartLineIds: [],
    expiresAt: new Date(Date.now() + 15 * 60_000),
    ...changes,
  }
}

/** Places an order that must succeed. */
export async function placed(
  bench: Bench,
  shopper: ShopperContext,
  items: PurchaseItem[],
  changes: Partial<OrderRequest> = {},
): Promise<Order> {
  return mustBePlaced(await bench.backend.checkout.place(shopper, await orderFor(bench, shopper, items, changes)))
}

/** Places an order, and takes the money for it. */
export async function paid(bench: Bench, shopper: ShopperContext, items: PurchaseItem[]): Promise<Order> {
  const { id, amounts } = await placed(bench, shopper, items)
  const payment = { transactionId: randomUUID().replaceAll('-', ''), amount: amounts.total, paidAt: new Date() }
  return (await bench.backend.orders.markPaid(id, payment)).order
}

export const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF1234567890123' }

/** Places an order that is paid and sent; as its shopper sees it then. */
export async function shipped(bench: Bench, shopper: ShopperContext, items: PurchaseItem[]): Promise<Order> {
  const order = await paid(bench, shopper, items)
  await bench.shop.shipEverything(order, PARCEL)
  return (await bench.backend.orders.get(shopper, order.id))!
}

export function mustBePlaced(answer: PlacedOrder): Order {
  if (!answer.ok) throw new Error(`The order was refused: ${JSON.stringify(answer)}`)
  return answer.order
}

/** Pieces that can be bought now, as a quote for one piece tells it. */
export async function available(bench: Bench, code: string): Promise<number | null> {
  return (await quoteLine(bench, code, 1)).available
}

export async function quoteLine(bench: Bench, code: string, quantity: number): Promise<GoodsLine> {
  const items = [{ skuId: bench.sku(code), quantity }]
  const { lines } = await bench.backend.checkout.quote(newShopper(), { items, address: null })
  return lines[0]!
}

/** A test of what only some back ends can do: the others show it as skipped. */
export function testIf(capable: boolean): jest.It {
  return capable ? test : test.skip
}
