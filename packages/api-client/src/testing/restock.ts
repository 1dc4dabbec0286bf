import type { RestockReminder } from '@xiaopu/contract'
import { Refusal } from './refusal'
import type { Stockroom } from './stockroom'

export type Restock = ReturnType<typeof createRestock>

/** Who waits for what is sold out. Nothing is sent here: WeChat is not part of it. */
export function createRestock({ products }: Pick<Stockroom, 'products'>) {
  const waiting: (RestockReminder & { shopper: string })[] = []
  const remove = (shopper: string, skuId: string) => {
    const at = waiting.findIndex((one) => one.shopper === shopper && one.skuId === skuId)
    if (at >= 0) waiting.splice(at, 1)
  }
  return {
    templates: () => ({ restock: 'restock-template' }),
    waitedFor: (shopper: string, productId: string) => ({
      skuIds: waiting.filter((one) => one.shopper === shopper && one.productId === productId).map(({ skuId }) => skuId),
    }),
    add(shopper: string, { productId, skuId }: RestockReminder): void {
      const sku = products.find(({ id }) => id === productId)?.skus.find(({ id, onSale }) => id === skuId && onSale)
      if (!sku) throw new Refusal('not_found')
      if (sku.stock > 0) throw new Refusal('in_stock')
      remove(shopper, skuId)
      waiting.push({ shopper, productId, skuId })
    },
    remove,
  }
}
