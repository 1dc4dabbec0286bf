import { eventually, onEachBackend, type Shopper } from './harness'
import { CHAIR, findsTheChair, goesToCheckout, MINT, MUSTARD } from './walks'

onEachBackend({}, (journey) => {
  journey(
    'of two who order the last one at the same moment, one gets it and the other is told',
    async ({ enter, shop }) => {
      await shop.books.setStock(MINT.code, 1)
      await shop.books.emptyStores(MINT.code)
      const lin = await enter({ person: 'lin-xiaoman' })
      const chen = await enter({ person: 'chen-yu' })
      for (const shopper of [lin, chen]) await goesToCheckout(shopper, MINT.option)
      await Promise.all([lin.taps('提交订单'), chen.taps('提交订单')])

      const { winner, loser } = await whoGotIt(lin, chen)
      await loser.sees('有商品刚刚卖完了，请调整后再提交', '已售罄')
      await winner.pays()
      await winner.arrivesAt('trade/result')
      await winner.sees('支付成功')
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', lines: [{ code: MINT.code, quantity: 1 }] })
      expect(await shop.books.shelf(MINT.code)).toEqual({ onHand: 0, reserved: 0, sold: 1 })
    },
  )

  journey(
    'what sold out between cart and order is marked, refused, and nothing is kept back',
    async ({ enter, shop }) => {
      const lin = await enter()
      await goesToCheckout(lin)
      await shop.books.setStock(MUSTARD.code, 0)
      await shop.books.emptyStores(MUSTARD.code)
      await lin.taps('提交订单')
      await lin.sees('有商品刚刚卖完了，请调整后再提交', '已售罄')
      expect(await shop.books.orders()).toEqual([])
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 0, reserved: 0, sold: 0 })
      expect(shop.wechat.orders()).toEqual([])

      await lin.taps('返回购物车修改')
      await lin.arrivesAt('pages/cart')
      await lin.sees('已失效的商品', '已售罄', '¥0.00')
    },
  )

  journey('more than is left cannot be ordered: the line says how many there are', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin, MINT.option)
    await lin.goesBack()
    await lin.taps('增加数量')
    await lin.taps('去结算 (2)')
    await lin.arrivesAt('trade/checkout')
    await shop.books.setStock(MINT.code, 1)
    await lin.taps('提交订单')
    await lin.sees('只剩 1 件')
    expect(await shop.books.orders()).toEqual([])
    expect(await shop.books.shelf(MINT.code)).toEqual({ onHand: 1, reserved: 0, sold: 0 })
  })

  journey('what is sold out is waited for, and WeChat tells once it is back', async ({ enter, shop }) => {
    const lin = await enter()
    await findsTheChair(lin)
    await lin.taps('加入购物车')
    const sheet = lin.on('选择规格')
    await sheet.taps('珍珠白，已售罄')
    await sheet.taps('到货提醒我')
    await lin.wechat('订阅消息').taps('允许')
    await lin.isTold('到货后会发消息告诉你')
    await sheet.sees('已设提醒，点按取消')

    await shop.books.setStock('CAFE-PEARL', 4)
    await eventually('the message', async () => {
      await shop.demo.gateway().runJobsOnce()
      return shop.wechat.messages().length > 0
    })
    expect(shop.wechat.messages()).toMatchObject([{ person: 'lin-xiaoman', values: { thing1: CHAIR.name } }])
  })

  journey('a second tap on 提交订单 is the same order', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await lin.tapsTwice('提交订单')
    await lin.wechat('微信支付').sees('请输入支付密码')
    expect(await shop.books.orders()).toHaveLength(1)
    expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 60, reserved: 1, sold: 0 })
  })
})

/** The one who is asked to pay. */
async function whoGotIt(lin: Shopper, chen: Shopper) {
  const asked = (shopper: Shopper) =>
    shopper
      .wechat('微信支付')
      .sees('请输入支付密码')
      .then(() => shopper)
  const winner = await Promise.any([asked(lin), asked(chen)])
  return { winner, loser: winner === lin ? chen : lin }
}
