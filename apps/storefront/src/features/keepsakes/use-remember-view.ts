import type { Product } from '@xiaopu/contract'
import { useEffect } from 'react'
import { noteView } from './view-desk'

/** Who has the product before them has looked at it. @param product undefined until it is here */
export function useRememberView(product: Product | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same product asked again is not another look
  useEffect(() => {
    if (product) noteView(product)
  }, [product?.id])
}
