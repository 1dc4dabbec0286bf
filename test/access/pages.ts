import type { Browser } from 'playwright-core'
import type { Shop } from '../journeys/harness/shop'
import { Shopper } from '../journeys/harness/shopper'
import { goesToCheckout, MUSTARD, placesOrder } from '../journeys/walks'

/** Somebody who has bought a chair and has another in the cart, so that every page has something on it. */
export async function hasBought(browser: Browser, shop: Shop): Promise<void> {
  const shopper = await (await Shopper.withPhone(browser, shop)).enters()
  await goesToCheckout(shopper)
  await placesOrder(shopper)
  await shopper.pays()
  await shopper.sees('支付成功')
  await shopper.leaves()
}

/** Every page of the shop as somebody who has bought something meets it, as in a shared card. */
export async function pagesOf(shop: Shop): Promise<string[]> {
  const chair = await shop.books.productId('modern-cafe-chair')
  const { id: order } = await shop.books.onlyOrder()
  return [
    'pages/home/index',
    'pages/category/index',
    'pages/cart/index',
    'pages/profile/index',
    `goods/product/index?id=${chair}`,
    'goods/product/index?id=gone',
    'goods/list/index',
    'goods/list/index?q=椅',
    `goods/reviews/index?id=${chair}`,
    `trade/checkout/index?sku=${MUSTARD.code}&quantity=1`,
    `trade/result/index?order=${order}`,
    'trade/orders/index',
    `trade/order/index?id=${order}`,
    `trade/review/index?order=${order}`,
    `trade/fapiao/index?order=${order}`,
    'trade/after-sales/index',
    `trade/after-sale-request/index?order=${order}`,
    'stores/list/index',
    'account/settings/index',
    'account/me/index',
    'account/privacy/index',
    'account/leave/index',
    'account/addresses/index',
    'account/address/index',
    'account/favourites/index',
    'account/history/index',
    'account/coupons/index',
    'account/wallet/index',
  ]
}
