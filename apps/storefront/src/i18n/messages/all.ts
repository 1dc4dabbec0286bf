import { account } from './account'
import { address } from './address'
import { afterSale } from './after-sale'
import { care } from './care'
import { cart } from './cart'
import { category } from './category'
import { checkout } from './checkout'
import { common } from './common'
import { delivery } from './delivery'
import { errors } from './errors'
import { fapiao } from './fapiao'
import { film } from './film'
import { filter } from './filter'
import { home } from './home'
import { inStores } from './in-stores'
import { kept } from './kept'
import { list } from './list'
import { locator } from './locator'
import { messageAsk } from './message-ask'
import { moments } from './moments'
import { order } from './order'
import { orders } from './orders'
import { pickup } from './pickup'
import { product } from './product'
import { profile } from './profile'
import { restock } from './restock'
import { result } from './result'
import { review } from './review'
import { reviewTags } from './review-tags'
import { reviews } from './reviews'
import { settings } from './settings'
import { sku } from './sku'
import { stores } from './stores'
import { ui } from './ui'
import { uploads } from './uploads'
import { wallet } from './wallet'

/**
 * One file a feature; its name here is the first half of its keys. For types and tests: what is in this list goes to the
 * phone with `main` or with a package's own `sentences.ts`.
 */
export const messages = {
  account,
  address,
  afterSale,
  care,
  cart,
  category,
  checkout,
  common,
  delivery,
  errors,
  fapiao,
  film,
  filter,
  home,
  kept,
  inStores,
  list,
  locator,
  messageAsk,
  moments,
  order,
  orders,
  pickup,
  product,
  profile,
  restock,
  result,
  review,
  reviewTags,
  reviews,
  settings,
  sku,
  stores,
  ui,
  uploads,
  wallet,
}
