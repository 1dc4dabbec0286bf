import { cart } from './cart'
import { category } from './category'
import { common } from './common'
import { errors } from './errors'
import { home } from './home'
import { kept } from './kept'
import { orders } from './orders'
import { product } from './product'
import { profile } from './profile'
import { sku } from './sku'
import { stores } from './stores'
import { ui } from './ui'
import { wallet } from './wallet'

/** What the tab pages say, and what is said on every page; the rest comes with its package. */
export const main = {
  cart,
  category,
  common,
  errors,
  home,
  kept,
  orders,
  product,
  profile,
  sku,
  stores,
  ui,
  wallet,
}
