import type { CartLine } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { useProduct } from '../catalog'

/** Changing a line's SKU in place: which line, and the product once it is there. */
export function useSkuChange(changeSku: (lineId: string, skuId: string) => Promise<boolean>) {
  const { t } = useLocale()
  const [line, setLine] = useState<CartLine | null>(null)
  const [open, setOpen] = useState(false)
  const { product, error, gone, refresh } = useProduct(line?.productId)

  const failed = open && line !== null && (gone || error !== null)
  useEffect(() => {
    if (!failed) return
    setOpen(false)
    toast(gone ? t('errors.not_found') : errorSentence(error, t))
  }, [failed, gone, error, t])

  return {
    line,
    product,
    open: open && product !== undefined,
    begin(chosen: CartLine) {
      if (line?.productId === chosen.productId && error) void refresh()
      setLine(chosen)
      setOpen(true)
    },
    close: () => setOpen(false),
    async choose(skuId: string) {
      setOpen(false)
      if (line && skuId !== line.skuId && (await changeSku(line.id, skuId))) toast(t('cart.changed'))
    },
  }
}
