import { randomUUID } from 'node:crypto'
import type { Address, Coupon, Order, PurchaseItem, ShopperContext } from '@xiaopu/commerce'
import { CONFORMANCE_CATALOGUE } from '@xiaopu/commerce/conformance'
import { createPostgresCommerce, importCatalog } from '..'
import { catalogueCsv } from './conformance-csv'
import type { TestDatabase } from './databases'
import { anyPicture, anyVideo } from './pictures'

export const ADDRESS: Address = {
  name: '张三',
  phone: '13800138000',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 1 号',
  postalCode: null,
  nationalCode: null,
}

export function newShopper(): ShopperContext {
  return { locale: 'zh-CN', customer: { id: randomUUID() } }
}

/** Ten per cent off everything, for everybody, as often as one likes. */
export function coupon(changes: Partial<Coupon> = {}): Coupon {
  return {
    code: `C-${randomUUID().slice(0, 8)}`,
    name: { 'zh-CN': '九折券', en: 'Ten per cent off' },
    benefit: { kind: 'percent', percent: 10 },
    threshold: 0,
    scope: null,
    firstOrderOnly: false,
    stackable: false,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    perCustomer: 99,
    ...changes,
  }
}

const given = (codes: (string | null)[]) => codes.flatMap((code) => code ?? [])

/** The conformance catalogue in a database; ids are slugs and SKU codes there. */
export async function shopBench({ database }: TestDatabase) {
  const now = new Date()
  const csv = catalogueCsv(CONFORMANCE_CATALOGUE, now)
  const imported = await importCatalog({ database, csv, pictures: anyPicture, videos: anyVideo, now })
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  const backend = createPostgresCommerce({ database })
  const { checkout, orders } = backend
  const merchant = backend.merchant!

  const quote = (shopper: ShopperContext, items: PurchaseItem[], ...codes: (string | null)[]) =>
    checkout.quote(shopper, { items, address: ADDRESS, coupons: given(codes) })
  /** An order request at the total just quoted, ready to be placed. */
  const requested = async (shopper: ShopperContext, items: PurchaseItem[], ...codes: (string | null)[]) => ({
    reference: randomUUID(),
    items,
    address: ADDRESS,
    fapiao: null,
    remark: '',
    coupons: given(codes),
    expectedTotal: (await quote(shopper, items, ...codes)).amounts.total,
    cartLineIds: [],
    expiresAt: new Date(Date.now() + 900_000),
  })
  const place = async (shopper: ShopperContext, items: PurchaseItem[], ...codes: (string | null)[]): Promise<Order> => {
    const answer = await checkout.place(shopper, await requested(shopper, items, ...codes))
    if (!answer.ok) throw new Error(`The order was refused: ${JSON.stringify(answer)}`)
    return answer.order
  }
  const paid = async (shopper: ShopperContext, items: PurchaseItem[]): Promise<Order> => {
    const { id, amounts } = await place(shopper, items)
    return (await orders.markPaid(id, { transactionId: null, amount: amounts.total, paidAt: new Date() })).order
  }
  return { backend, merchant, quote, requested, place, paid }
}

export type ShopBench = Awaited<ReturnType<typeof shopBench>>
