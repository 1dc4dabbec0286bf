import type { HomeTarget } from '@xiaopu/contract'
import { open } from '../../wechat'

type PageName = Extract<HomeTarget, { kind: 'page' }>['page']

const PAGES: Record<PageName, () => unknown> = {
  category: () => open('category'),
  cart: () => open('cart'),
  profile: () => open('profile'),
  coupons: () => open('coupons'),
  wallet: () => open('wallet'),
  stores: () => open('stores', {}),
  orders: () => open('orders', {}),
  favourites: () => open('favourites'),
  history: () => open('history'),
}

/** Where a tap on a block leads. A target of a later version leads nowhere rather than into an error. */
export function openTarget(target: HomeTarget) {
  switch (target.kind) {
    case 'product':
      return void open('product', { id: target.productId })
    case 'category':
      return void open('category', { id: target.categoryId })
    case 'list':
      return void open('list', { category: target.categoryId, title: target.title })
    case 'search':
      return void open('list', { q: target.words })
    case 'store':
      return void open('stores', { id: target.storeId })
    case 'page':
      return void PAGES[target.page]?.()
  }
}
