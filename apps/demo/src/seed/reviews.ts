import { createPostgresCommerce, type Database } from '@xiaopu/commerce-postgres'
import { createReviewBook, createReviewDesk } from '@xiaopu/gateway'
import type { DemoReview } from './catalogue'

type Shop = ReturnType<typeof createPostgresCommerce>
type Buyer = Parameters<Shop['checkout']['place']>[0]
interface Goods {
  productId: string
  skuId: string
}

const DAY = 24 * 60 * 60_000
/** From the order to the review. */
const DELIVERY = 8 * DAY
/** From the review to what is added to it. */
const LATER = 30 * DAY
const ADDRESS = {
  name: '演示买家',
  phone: '14000000000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '云杉路 600 弄',
  postalCode: null,
  nationalCode: '310104',
}

/**
 * Lets buyers buy and write. A review has an order behind it, as everybody's has: placed a week earlier, paid, sent,
 * received, and let through by the shop. What has been written before is left as it is.
 *
 * @throws when a review names a SKU that is not sold: the demo's tables do not fit
 */
export async function seedReviews(database: Database, reviews: DemoReview[]): Promise<void> {
  let now = new Date()
  const shop = createPostgresCommerce({ database, clock: () => now })
  const book = createReviewBook(database.db, () => now)
  const desk = createReviewDesk({ db: database.db, clock: () => now, tells: false })
  const goodsOf = await goodsByCode(shop)
  const orders = new Set<string>()
  for (const [index, review] of reviews.entries()) {
    const goods = goodsOf.get(review.sku)
    if (!goods) throw new Error(`The demo's reviews name the SKU ${review.sku}, which is not sold`)
    const buyer: Buyer = { locale: 'zh-CN', customer: { id: `demo-buyer-${index + 1}` } }
    now = new Date(review.writtenAt.getTime() - DELIVERY)
    const orderId = await buy(shop, buyer, goods, now)
    if (orderId === null) continue
    orders.add(orderId)
    now = new Date(now.getTime() + DAY)
    await shop.merchant!.ship(orderId, {
      carrier: '顺丰速运',
      trackingNumber: `SF${14_0000_0000 + index}`,
      lines: null,
    })
    now = review.writtenAt
    await shop.orders.confirmReceipt(buyer, orderId)
    const { stars, text, nickname, reply, tags, later } = review
    const { productId } = goods
    const { lines } = (await shop.orders.find(orderId))!
    await book.write({
      ...{ shopperId: null, locale: 'zh-CN', orderId, productId, stars, text, nickname, tags, pictures: [] },
      ...{ productName: lines[0]!.name, options: lines[0]!.options },
    })
    await letThrough(desk, orderId, reply)
    if (later === null) continue
    now = new Date(review.writtenAt.getTime() + LATER)
    await book.followUp({ shopperId: null, orderId, productId, text: later, pictures: [] })
    await letThrough(desk, orderId, null)
  }
  now = new Date()
  await keepFromOthers(shop, orders)
}

/** Id of a new order that is paid; null when this buyer's was there already. */
async function buy(shop: Shop, buyer: Buyer, { skuId }: Goods, at: Date): Promise<string | null> {
  const items = [{ skuId, quantity: 1 }]
  const { amounts } = await shop.checkout.quote(buyer, { items, address: ADDRESS })
  const placed = await shop.checkout.place(buyer, {
    reference: `demo-review-${buyer.customer.id}`,
    items,
    address: ADDRESS,
    fapiao: null,
    remark: '',
    expectedTotal: amounts.total,
    cartLineIds: [],
    expiresAt: new Date(at.getTime() + 30 * 60_000),
  })
  if (!placed.ok) throw new Error(`The order behind a review of ${skuId} was refused: ${placed.problem}`)
  if (placed.replayed) return null
  await shop.orders.markPaid(placed.order.id, { transactionId: null, amount: amounts.total, paidAt: at })
  return placed.order.id
}

type ReviewDesk = ReturnType<typeof createReviewDesk>

async function letThrough(desk: ReviewDesk, orderId: string, reply: string | null): Promise<void> {
  const { items } = await desk.waiting({ limit: 100 })
  for (const { id } of items.filter((review) => review.orderId === orderId))
    await desk.decide(id, { publish: true, reply })
}

/** Nobody is to be messaged, and nothing uploaded to WeChat, for people who are not there. */
async function keepFromOthers({ events }: Shop, orders: ReadonlySet<string>): Promise<void> {
  for (;;) {
    const claimed = await events.claim(100, 1)
    const ours = claimed.filter(({ orderId }) => orders.has(orderId)).map(({ id }) => id)
    if (ours.length === 0) return
    await events.confirm(ours)
  }
}

async function goodsByCode({ catalog }: Shop): Promise<Map<string, Goods>> {
  const byCode = new Map<string, Goods>()
  let cursor: string | undefined
  do {
    const page = await catalog.products({ locale: 'zh-CN' }, { sort: 'newest', limit: 50, cursor })
    for (const { id } of page?.items ?? []) {
      const product = await catalog.product({ locale: 'zh-CN' }, id)
      for (const sku of product?.skus ?? []) byCode.set(sku.code, { productId: id, skuId: sku.id })
    }
    cursor = page?.nextCursor ?? undefined
  } while (cursor)
  return byCode
}
