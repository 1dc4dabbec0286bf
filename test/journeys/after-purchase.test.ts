import { eventually, type Journey } from './harness'
import { sitsAtTheDesk } from './harness/desk'
import { journeys } from './harness/journeys'
import type { Shopper } from './harness/shopper'
import { addsTheChair, buysTheChair, CHAIR, findsTheChair, isSent, looksAtOrders, MUSTARD, placesOrder } from './walks'

const OPINION = '靠背很稳，颜色正'
const STOOL = { name: '原木高脚凳', slug: 'wooden-stool' }

const journey = journeys()
const inTheDatabase = (shop: Journey['shop'], text: string, values: unknown[] = []) =>
  shop.demo.gateway().database.execute(text, values)

/** From wherever a tab bar is, one chair in the cart and at the checkout with an address. */
async function checksOut(shopper: Shopper): Promise<void> {
  await findsTheChair(shopper)
  await addsTheChair(shopper, MUSTARD.option)
  await shopper.taps('购物车')
  await shopper.arrivesAt('pages/cart')
  await shopper.taps(/^去结算 \(\d+\)$/)
  await shopper.arrivesAt('trade/checkout')
}

journey('a review with a photograph is read by nobody until the shop has looked at it', async ({ enter, shop }) => {
  const lin = await enter()
  await buysTheChair(lin)
  const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
  await isSent(desk)
  await looksAtOrders(lin, '全部')
  await lin.picks(CHAIR.name)
  await lin.arrivesAt('trade/order/')
  await lin.taps('确认收货')
  await lin.wechat('商品都收到了吗？').taps('都收到了')
  await lin.taps('评价')
  await lin.arrivesAt('trade/review')
  await lin.taps('5 星')
  await lin.types(`对“${CHAIR.name}”的评价`, OPINION)
  await lin.taps(/添加图片/)
  const album = lin.wechat('选择图片')
  await album.taps('照片 2')
  await album.taps('照片 3')
  await album.taps('完成 (2/9)')
  await lin.sees('第 1 张图片，点按放大', '第 2 张图片，点按放大')
  await lin.taps('提交评价')
  await lin.sees('谢谢你的评价')

  const at = `goods/reviews/index?id=${await shop.books.productId(CHAIR.slug)}`
  const chen = await enter({ person: 'chen-yu', at })
  await chen.sees('还没有评价')
  await chen.seesNo(OPINION)

  await desk.taps(/^评价/)
  await desk.sees(OPINION)
  await desk.form(`评价 ${CHAIR.name}`).taps('通过')
  await desk.sees('没有等待审核的评价。')
  await desk.leaves()
  await eventually('the review', async () => {
    await chen.comesBack()
    return chen.root
      .getByText(OPINION)
      .first()
      .waitFor({ timeout: 3_000 })
      .then(...([() => true, () => false] as const))
  })
  await chen.sees('评价图片第 1 张，共 2 张，点按放大')
  await chen.seesPhotographs(2)
})

journey(
  'an order is found by a word, the shop is reminded of it once a day, and an old one is deleted',
  async ({ enter, shop }) => {
    const lin = await enter()
    await buysTheChair(lin)
    await checksOut(lin)
    await lin.offers('提交订单')
    await placesOrder(lin)
    await lin.cancelsPayment()
    await lin.wechat('还没有付款').taps('放弃')
    await lin.arrivesAt('trade/order/')
    await lin.taps(/^取消订单/)
    const why = lin.on('为什么取消？')
    await why.taps('不想要了')
    await why.taps('取消订单')
    await lin.sees('已取消')
    await eventually('the cancellation', async () => (await shop.books.orders())[0]?.status === 'cancelled')
    const [cancelled, paid] = await shop.books.orders()

    await lin.goesBack()
    await lin.opens('我的')
    await lin.taps(/^我的订单/)
    await lin.arrivesAt('trade/orders')
    await lin.types('搜索我的订单', '没有这样的东西')
    await lin.root.getByLabel('搜索我的订单').press('Enter')
    await lin.sees('没有找到“没有这样的东西”')
    await lin.types('搜索我的订单', paid!.number.slice(-6))
    await lin.root.getByLabel('搜索我的订单').press('Enter')
    await lin.sees(new RegExp(paid!.number))
    await lin.seesNo(new RegExp(cancelled!.number))

    await lin.picks(CHAIR.name)
    await lin.arrivesAt('trade/order/')
    await inTheDatabase(shop, `update commerce.orders set paid_at = paid_at - interval '2 days' where id = $1`, [
      paid!.id,
    ])
    await lin.goesBack()
    await lin.picks(CHAIR.name)
    await lin.arrivesAt('trade/order/')
    await lin.taps('提醒发货')
    await lin.isTold('已提醒店家尽快发货')
    await lin.seesNo('提醒发货')

    await lin.goesBack()
    await lin.taps('清空输入')
    await lin.sees(new RegExp(cancelled!.number))
    await lin.taps('删除')
    await lin.wechat('删除这笔订单？').taps('删除')
    await lin.isTold('订单已删除')
    await lin.seesNo(new RegExp(cancelled!.number))
    // The shop's books keep it.
    expect(await shop.books.orders()).toHaveLength(2)
  },
)

journey(
  'goods that are not sent to the address stand apart, and the rest is bought without them',
  async ({ enter, shop }) => {
    const keepFrom = (places: string[]) =>
      inTheDatabase(shop, 'update commerce.products set not_delivered_to = $2::text::jsonb where slug = $1', [
        STOOL.slug,
        JSON.stringify(places),
      ])
    await keepFrom(['上海市'])
    try {
      const lin = await enter()
      await lin.opens('分类')
      await lin.taps('座椅')
      await lin.picks(STOOL.name)
      await lin.arrivesAt('goods/product')
      await lin.taps('加入购物车')
      await lin.on('选择规格').taps('加入购物车')
      await lin.isTold('已加入购物车')
      await lin.goesBack()
      await checksOut(lin)
      await lin.picks('选择收货地址')
      await lin.wechat('选择收货地址').picks('上海市')
      await lin.sees(/^以下商品不配送至 上海市/, '不配送至该地址', '¥429.00')
      await lin.taps('提交订单')
      await lin.isTold('请先移出不配送的商品，或更换地址')
      expect(await shop.books.orders()).toEqual([])

      await lin.taps('移出不配送商品')
      await lin.seesNo(STOOL.name)
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      const order = await shop.books.onlyOrder()
      expect(order.lines).toMatchObject([{ code: MUSTARD.code, quantity: 1 }])
      expect(order.total).toBe(429_00)
      await lin.taps('继续逛逛')
      await lin.opens('购物车')
      await lin.sees(STOOL.name)
      await lin.seesNo(CHAIR.name)
    } finally {
      await keepFrom([])
    }
  },
)
