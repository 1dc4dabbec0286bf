import type { Product, Sku } from '@xiaopu/contract'
import { useCallback, useState } from 'react'
import { open } from '../../wechat'
import { useAddToCart } from '../cart'
import type { SkuAction, SkuSheetProps } from '../sku'

/**
 * From the buttons of a product to the cart or the checkout, by way of the SKU sheet.
 * @param refresh asks for price and stock again, after the shop said no to what the page still shows
 */
export function useBuying(product: Product | undefined, refresh: () => Promise<unknown>) {
  const { add, adding } = useAddToCart()
  const [sheet, setSheet] = useState<{ open: boolean; mode: SkuSheetProps['mode'] }>({ open: false, mode: 'both' })
  const [chosen, setChosen] = useState<{ sku: Sku | null; names: string[] }>({ sku: null, names: [] })
  const close = () => setSheet(({ mode }) => ({ mode, open: false }))

  async function confirm(action: SkuAction, skuId: string, quantity: number, toPickUp: boolean) {
    if (action === 'buy') {
      close()
      await open('checkout', { sku: skuId, quantity: String(quantity), way: toPickUp ? 'pickup' : undefined })
    } else if (await add(skuId, quantity, toPickUp)) close()
    else await refresh()
  }
  return {
    adding,
    sheet,
    openSheet: (mode: SkuSheetProps['mode']) => setSheet({ open: true, mode }),
    close,
    confirm,
    /** Of the product as it is now: its stock may have changed since it was chosen. */
    sku: product?.skus.find(({ id }) => id === chosen.sku?.id) ?? null,
    names: chosen.names,
    choose: useCallback((sku: Sku | null, names: string[]) => setChosen({ sku, names }), []),
  }
}
