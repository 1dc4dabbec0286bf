import { eventually, onEachBackend } from './harness'
import { addsTheChair, CHAIR, findsTheChair, goesToCheckout, looksAtOrders, MUSTARD, placesOrder } from './walks'

onEachBackend({}, (journey, commerce, once) => {
  journey(
    'a first purchase: two chairs, a fapiao, one mistyped password, and the order is paid',
    async ({ enter, shop }) => {
      const lin = await enter()
      await lin.sees('拾物', '新到')
      await lin.seesPhotographs(10)

      await findsTheChair(lin)
      await lin.seesPhotographs(1)
      await lin.sees('¥429')
      await addsTheChair(lin, MUSTARD.option)
      await lin.taps('购物车')
      await lin.arrivesAt('pages/cart')
      await lin.seesBadge('购物车', 1)
      await lin.taps('增加数量')
      await lin.sees('¥858.00')

      await lin.taps('去结算 (2)')
      await lin.arrivesAt('trade/checkout')
      await lin.picks('选择收货地址')
      await lin.choosesAddress('云杉路600弄')
      await lin.sees('徐汇区')
      await lin.picks('不开发票')
      const fapiao = lin.on('发票')
      await fapiao.taps('单位')
      await fapiao.taps('从微信导入抬头')
      await lin.choosesInvoiceTitle('上海拾光里文化创意有限公司')
      await fapiao.taps('完成')
      await lin.sees('单位 · 上海拾光里文化创意有限公司')

      await lin.types('备注', '请放在门口')
      await lin.taps('提交订单')
      const payment = lin.wechat('微信支付')
      await payment.sees('¥858.00', '拾物 Shiwu')
      await lin.typesPassword('000000')
      await payment.sees('支付密码错误，还可以输入 4 次')
      await lin.pays()

      await lin.arrivesAt('trade/result')
      await lin.sees('支付成功', '¥858.00', '送到 林小满', '电子发票抬头：上海拾光里文化创意有限公司')
      await lin.taps('继续逛逛')
      await looksAtOrders(lin, '待发货')
      await lin.sees(CHAIR.name, MUSTARD.option, '¥858.00')
      await lin.picks(CHAIR.name)
      await lin.arrivesAt('trade/order')
      await lin.sees('待发货', '店家正在备货', '微信支付')

      const order = await shop.books.onlyOrder()
      expect(order).toMatchObject({
        status: 'paid',
        payment: 'paid',
        total: 858_00,
        paidAmount: 858_00,
        lines: [{ code: MUSTARD.code, quantity: 2, unitPrice: CHAIR.price }],
        fapiao: { kind: 'company', title: '上海拾光里文化创意有限公司', taxNumber: '91310104MA1XP0013B' },
        address: { name: '林小满', district: '徐汇区' },
        remark: '请放在门口',
      })
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 58, reserved: 0, sold: 2 })

      const [paid, ...others] = shop.wechat.orders()
      expect(others).toEqual([])
      expect(paid).toMatchObject({
        outTradeNo: order.number,
        state: 'SUCCESS',
        total: order.total,
        transactionId: order.transactionId,
      })
      expect(shop.wechat.payments().map(({ outcome }) => outcome)).toEqual(['wrong-password', 'paid'])
    },
  )

  journey('the same purchase in English', async ({ enter, shop }) => {
    const lin = await enter()
    await lin.opens('我的')
    await lin.taps(/^设置/)
    await lin.taps('English')
    await lin.sees('Language')
    await lin.goesBack()

    await lin.opens('Categories')
    await lin.taps('Seating')
    await lin.picks('Modern Cafe Chair')
    await lin.arrivesAt('goods/product')
    await lin.taps('Add to cart')
    const sheet = lin.on('Choose yours')
    await sheet.taps('mustard')
    await sheet.taps('Add to cart')
    await lin.isTold('Added to cart')
    await lin.taps('Cart')
    await lin.taps('Check out (1)')
    await lin.arrivesAt('trade/checkout')
    await lin.picks('Choose an address')
    await lin.choosesAddress('云杉路600弄')
    await lin.taps('Place order')
    await lin.wechat('微信支付').sees('¥429.00')
    await lin.pays()
    await lin.sees('Paid', '¥429.00')
    await lin.taps('Keep looking around')
    await lin.opens('Me')
    await lin.taps(/^To ship/)
    await lin.sees('Modern Cafe Chair', 'mustard', '¥429.00', 'Buy again')
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', total: 429_00 })
  })

  once('in the dark theme every page is dark, and the purchase the same', async ({ enter, shop }) => {
    const lin = await enter({ theme: 'dark' })
    const canvas = 'rgb(20, 19, 18)'
    await lin.sees('新到')
    expect(await lin.background()).toBe(canvas)
    await goesToCheckout(lin)
    expect(await lin.background()).toBe(canvas)
    await placesOrder(lin)
    await lin.pays()
    await lin.sees('支付成功')
    expect(await lin.background()).toBe(canvas)
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid' })
  })

  // On PostgreSQL nobody ships but the shop itself.
  if (commerce === 'magento')
    journey('what the merchant ships at Magento is on its way for the shopper, too', async ({ enter, shop }) => {
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      const { control } = shop.demo.magento!.standIn
      control.shipOrder((await shop.books.onlyOrder()).number)
      await eventually('the parcel', async () => (await shop.books.onlyOrder()).status === 'shipped')
      expect(control.bugs).toEqual([])

      await lin.taps('继续逛逛')
      await looksAtOrders(lin, '全部')
      await lin.sees(CHAIR.name, '待收货')
    })
})
