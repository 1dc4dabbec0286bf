import type { Shopper } from './harness'
import type { Desk } from './harness/desk'

/** Passages that several journeys have in common. In Chinese unless the words say otherwise. */

/** In three colours: 429 yuan in mustard (60 pieces), mint (3) and pearl (none). */
export const CHAIR = { name: '街角咖啡椅', slug: 'modern-cafe-chair', price: 429_00 }
export const MUSTARD = { option: '芥末黄', code: 'CAFE-MUSTARD' }
export const MINT = { option: '薄荷绿', code: 'CAFE-MINT' }

/** From wherever a tab bar is, to the product's page. */
export async function findsTheChair(shopper: Shopper): Promise<void> {
  await shopper.opens('分类')
  await shopper.taps('座椅')
  await shopper.picks(CHAIR.name)
  await shopper.arrivesAt('goods/product')
}

/** On the product's page: chooses an option and puts one in the cart. */
export async function addsTheChair(shopper: Shopper, option: string): Promise<void> {
  await shopper.taps('加入购物车')
  const sheet = shopper.on('选择规格')
  await sheet.taps(option)
  await sheet.taps('加入购物车')
  await shopper.isTold('已加入购物车')
}

/** One chair, from the shelf to the checkout with an address: one tap short of an order. */
export async function goesToCheckout(shopper: Shopper, option = MUSTARD.option): Promise<void> {
  await findsTheChair(shopper)
  await addsTheChair(shopper, option)
  await shopper.taps('购物车')
  await shopper.arrivesAt('pages/cart')
  await shopper.taps('去结算 (1)')
  await shopper.arrivesAt('trade/checkout')
  await givesAddress(shopper)
}

/** Ends when the shop has said what it costs to send it there. */
export async function givesAddress(shopper: Shopper): Promise<void> {
  await shopper.picks('选择收货地址')
  await shopper.wechat('选择收货地址').picks(/省|市/)
  await shopper.sees('更换收货地址')
  await shopper.offers('提交订单')
}

/** Until WeChat asks for the password. */
export async function placesOrder(shopper: Shopper): Promise<void> {
  await shopper.taps('提交订单')
  await shopper.wechat('微信支付').sees('请输入支付密码')
}

/** One chair, from the shelf to a paid order, and home again. */
export async function buysTheChair(shopper: Shopper): Promise<void> {
  await goesToCheckout(shopper)
  await placesOrder(shopper)
  await shopper.pays()
  await shopper.sees('支付成功')
  await shopper.taps('继续逛逛')
}

/** At the merchant's desk: the order that waits is sent. */
export async function isSent(desk: Desk): Promise<void> {
  await desk.form(/^发货 /).taps('发货')
  await desk.sees('已发货')
}

/** 我的 → the orders in one state. From a tab. */
export async function looksAtOrders(shopper: Shopper, state: '待付款' | '待发货' | '全部'): Promise<void> {
  await shopper.opens('我的')
  await shopper.taps(state === '全部' ? /^我的订单/ : new RegExp(`^${state}`))
  await shopper.arrivesAt('trade/orders')
}
