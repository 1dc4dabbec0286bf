import type { ApiClient } from '@xiaopu/api-client'
import { newIdempotencyKey } from '@xiaopu/api-client'
import type { Address, Order, PurchaseSource } from '@xiaopu/contract'

/** As the checkout makes it of the address book's first entry (phone/belongings.ts). */
const ADDRESS: Address = {
  name: '王小明',
  phone: '13800138000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '武康路 99 号 302 室',
  postalCode: '200031',
  nationalCode: '310104',
}

/** An order placed some time before, not paid yet: `await before(orderOf('mug-sand', 2))`. */
export const orderOf = (skuId: string, quantity = 1) => orderFor({ kind: 'direct', skuId, quantity })

/** The same of what is in the cart. */
export const orderOfCart = () => orderFor({ kind: 'cart' })

const orderFor =
  (source: PurchaseSource) =>
  async (shopper: ApiClient): Promise<Order> => {
    const quote = await shopper.checkout.quote({ source, address: ADDRESS })
    const order = { quoteId: quote.id, source, address: ADDRESS, fapiao: null, remark: '' }
    return shopper.orders.place(order, { idempotencyKey: newIdempotencyKey() })
  }
