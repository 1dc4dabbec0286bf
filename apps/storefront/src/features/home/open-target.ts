import type { HomeTarget } from '@xiaopu/contract'
import { open } from '../../wechat'

/** Where a tap on a block leads. A target of a later version leads nowhere rather than into an error. */
export function openTarget(target: HomeTarget) {
  if (target.kind === 'product') void open('product', { id: target.productId })
  else if (target.kind === 'category') void open('category', { id: target.categoryId })
}
