import { eventually, onEachBackend } from './harness'
import { sitsAtTheDesk } from './harness/desk'
import {
  addsTheChair,
  buysTheChair,
  CHAIR,
  findsTheChair,
  givesAddress,
  goesToCheckout,
  looksAtOrders,
  MUSTARD,
  placesOrder,
} from './walks'

const OPINION = '坐着舒服，颜色比照片里还好看'
const ANSWER = '谢谢喜欢，欢迎再来'
/** What the gateway keeps of a Magento's catalogue is a second old at most. */
const A_MOMENT_MS = 3_000
const asAnswer = [() => true, () => false] as const

onEachBackend({}, (journey) => {
  journey(
    'what is bought is shipped at the desk, received and reviewed, and the next shopper reads it',
    async ({ enter, shop }) => {
      const lin = await enter()
      await buysTheChair(lin)

      const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
      const parcel = desk.form(/^发货 /)
      await parcel.sees('快递')
      await parcel.root.getByLabel('快递').selectOption('中通快递')
      const number = await parcel.root.getByLabel('运单号').inputValue()
      expect(number).toMatch(/^78\d{12}$/)
      await parcel.taps('发货')
      await desk.sees('已发货', `中通快递 ${number}`)
      await eventually('the parcel', async () => (await shop.books.onlyOrder()).status === 'shipped')

      await looksAtOrders(lin, '全部')
      await lin.picks(CHAIR.name)
      await lin.arrivesAt('trade/order')
      await lin.sees('中通快递', number)
      await lin.taps('确认收货')
      await lin.wechat('商品都收到了吗？').taps('都收到了')
      await lin.isTold('已确认收货')

      await lin.taps('评价')
      await lin.arrivesAt('trade/review')
      await lin.taps('5 星')
      await lin.types(`对“${CHAIR.name}”的评价`, OPINION)
      await lin.taps('提交评价')
      await lin.sees('谢谢你的评价')

      const chen = await enter({
        person: 'chen-yu',
        at: `goods/product/index?id=${await shop.books.productId(CHAIR.slug)}`,
      })
      await chen.sees(CHAIR.name)
      await chen.seesNo(OPINION)
      await desk.taps(/^评价/)
      const review = desk.form(`评价 ${CHAIR.name}`)
      await desk.sees(OPINION)
      await review.types('回复（可不填）', ANSWER)
      await review.taps('通过')
      await desk.sees('没有等待审核的评价。')
      if (shop.demo.magento) await desk.sees(/^这家店由 Magento 管理/)

      await eventually('the review on the product page', async () => {
        await chen.comesBack()
        await chen.sees(CHAIR.name)
        const opinion = chen.root.getByText(OPINION).first()
        return opinion.waitFor({ timeout: A_MOMENT_MS }).then(...asAnswer)
      })
      await chen.taps(/^查看全部 \d+ 条评价$/)
      await chen.sees(OPINION, ANSWER)
      await desk.leaves()
    },
  )

  journey('a price and a coupon made at the desk count on the phone at once', async ({ enter, shop }) => {
    const lin = await enter()
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await desk.taps('库存与价格')
    await desk.taps(CHAIR.name)
    const price = desk.form(`价格（元） ${MUSTARD.code}`)
    await price.types('价格（元）', '没有价格')
    await price.taps('修改')
    await price.sees('填写的内容不对，请检查：价格（元）')
    await price.types('价格（元）', '399')
    await price.taps('修改')
    await price.sees('已修改')
    await desk.sees(/^¥399\.00/)

    await desk.taps('优惠券')
    await desk.types('券码', 'dianqing')
    await desk.types('名称', '店庆减二十')
    await desk.types('数额', '20')
    await desk.taps('保存优惠券')
    await desk.sees('已保存', 'DIANQING', '−¥20.00')

    await eventually('the new price', async () => {
      await lin.comesBack()
      await findsTheChair(lin)
      return lin.root
        .getByText('¥399')
        .first()
        .waitFor({ timeout: A_MOMENT_MS })
        .then(...asAnswer)
    })
    await addsTheChair(lin, MUSTARD.option)
    await lin.taps('购物车')
    await lin.taps('去结算 (1)')
    await lin.arrivesAt('trade/checkout')
    await givesAddress(lin)
    await lin.picks('输入券码')
    const sheet = lin.on('优惠券')
    await sheet.types('券码', 'DianQing')
    await sheet.taps('使用')
    await lin.sees(/店庆减二十/, '¥379.00')
    await desk.leaves()
  })

  journey('a fee that changes between checkout and order is shown first, and then paid', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await lin.sees('免运费')
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await desk.taps('运费')
    await desk.types('运费（元）', '12')
    await desk.types('满多少元包邮（空：不包邮）', '500')
    await desk.taps('保存运费')
    await desk.sees('已保存')
    await desk.leaves()

    await lin.taps('提交订单')
    await lin.sees('价格、优惠或库存刚刚有变化，金额已更新，请确认后再提交', '¥441.00')
    await placesOrder(lin)
    await lin.wechat('微信支付').sees('¥441.00')
    await lin.pays()
    await lin.sees('支付成功')
    expect(await shop.books.onlyOrder()).toMatchObject({ shipping: 12_00, total: 441_00 })

    await lin.taps('继续逛逛')
    await findsTheChair(lin)
    await lin.sees(/^至 .+市 · 快递 ¥12$/)
  })

  journey('money sent back from the desk, unasked, is on the order', async ({ enter, shop }) => {
    const lin = await enter()
    await buysTheChair(lin)
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    // Magento's own credit memos refund all of it; a part with words is the gateway's.
    const parts = shop.demo.magento === null
    if (parts) await desk.root.getByText('退款', { exact: true }).first().tap()
    const refund = desk.form(/^退款 /)
    if (parts) {
      await refund.types(/^退多少元/, '500')
      await refund.taps('退款')
      await refund.sees(/比这笔订单剩下能退的多了/)
      await refund.types(/^退多少元/, '29')
      await refund.types('退款原因（买家会看到）', '迟发补偿')
    }
    await refund.taps(parts ? '退款' : /^退款 ¥/)
    await eventually('the money', () => shop.wechat.refunds().some(({ status }) => status === 'SUCCESS'))
    expect(shop.wechat.refunds()).toMatchObject([{ refund: parts ? 29_00 : 429_00, total: 429_00 }])
    await desk.leaves()

    await eventually('what the shopper reads of it', async () => {
      await lin.comesBack()
      await looksAtOrders(lin, '全部')
      return lin.root
        .getByText(parts ? '已退 ¥29.00' : /^已退/)
        .first()
        .waitFor({ timeout: A_MOMENT_MS })
        .then(...asAnswer)
    })
  })

  journey('what the desk cannot do it says in words, and forgets nothing meanwhile', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await placesOrder(lin)
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await desk.sees('待付款', CHAIR.name)
    // What is held for somebody who is about to pay cannot be taken off the shelf; Magento counts what is left to sell.
    if (shop.demo.magento === null) {
      await desk.taps('库存与价格')
      await desk.taps(CHAIR.name)
      const stock = desk.form(`库存 ${MUSTARD.code}`)
      await stock.types('库存', '0')
      await stock.taps('修改')
      await stock.sees('不能比未付款订单占着的还少。等它们付款或过期后再改。')
      await desk.taps('订单')
    }
    await lin.pays()
    const parcel = desk.form(/^发货 /)
    await parcel.types('运单号', 'SF-MINE-1')
    await desk.network('none')
    await desk.sees('联系不上店铺。它可能正在重新启动。', '待发货', CHAIR.name)
    await parcel.taps('发货')
    await parcel.sees('联系不上店铺。它可能正在重新启动。')
    await desk.network('wifi')
    await parcel.taps('发货')
    await desk.sees('已发货', '顺丰速运 SF-MINE-1')
    await desk.leaves()
  })
})
