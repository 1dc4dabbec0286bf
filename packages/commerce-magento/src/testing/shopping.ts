import { randomUUID } from 'node:crypto'
import type { Address, CommerceBackend, Order, OrderRequest, ShopperContext } from '@xiaopu/commerce'

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

/** An order for the SKUs (by code, one piece each unless said), at the total just quoted. */
export async function orderFor(
  { checkout }: CommerceBackend,
  shopper: ShopperContext,
  pieces: Record<string, number>,
  changes: Partial<OrderRequest> = {},
): Promise<OrderRequest> {
  const items = Object.entries(pieces).map(([skuId, quantity]) => ({ skuId, quantity }))
  const { amounts } = await checkout.quote(shopper, { items, address: ADDRESS })
  return {
    reference: randomUUID(),
    items,
    address: ADDRESS,
    fapiao: null,
    remark: '',
    expectedTotal: amounts.total,
    cartLineIds: [],
    expiresAt: new Date(Date.now() + 15 * 60_000),
    ...changes,
  }
}

/** Places an order that must succeed. */
export async function placed(
  backend: CommerceBackend,
  shopper: ShopperContext,
  pieces: Record<string, number>,
  changes: Partial<OrderRequest> = {},
): Promise<Order> {
  const answer = await backend.checkout.place(shopper, await orderFor(backend, shopper, pieces, changes))
  if (!answer.ok) throw new Error(`The order was refused: ${JSON.stringify(answer)}`)
  return answer.order
}
