import { onEachBackend } from './harness'
import { goesToCheckout, looksAtOrders, placesOrder } from './walks'

onEachBackend({}, (journey, commerce) => {
  /** Two of the three may be combined, and are worth more than the third; Magento takes one to an order, the one worth most. */
  const best =
    commerce === 'postgres'
      ? {
          row: '已选最优 2 张',
          off: '-¥62.90',
          rule: '不可与已选的优惠券同用',
          due: 366_10,
          left: 1,
          kept: '换季添置券',
        }
      : {
          row: '已选最优：满 400 减 50',
          off: '-¥50.00',
          rule: '每笔订单只能用一张优惠券',
          due: 379_00,
          left: 2,
          kept: '见面礼',
        }
  const used = commerce === 'postgres' ? ['见面礼', '门店同享券'] : ['换季添置券']
  const due = `¥${(best.due / 100).toFixed(2)}`

  journey(
    'coupons are taken, the best used by themselves at checkout, and used up by the order',
    async ({ enter, shop }) => {
      const lin = await enter()
      await lin.opens('我的')
      await lin.taps('优惠券 去领券')
      await lin.arrivesAt('account/coupons')
      await lin.taps('领取 满 400 减 50')
      await lin.isTold('已领取')
      await lin.taps('领取 满 99 减 20')
      await lin.taps('领取 满 200 打 9 折')
      await lin.sees('去使用')
      await lin.taps('我的优惠券')
      await lin.arrivesAt('account/wallet')
      await lin.sees('换季添置券', '见面礼', '门店同享券', '还剩 3 天')
      await lin.taps('去使用 满 400 减 50')

      await goesToCheckout(lin)
      await lin.sees(best.row, best.off)
      await lin.taps(new RegExp(`^优惠券 ${best.off.replace('.', '\\.')}`))
      const sheet = lin.on('优惠券')
      await sheet.sees(best.rule)
      await sheet.taps('关闭')
      await placesOrder(lin)
      await lin.wechat('微信支付').sees(due)
      await lin.pays()
      await lin.arrivesAt('trade/result')
      await lin.sees('支付成功', due)
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', goods: 429_00, total: best.due })

      await lin.taps('继续逛逛')
      await looksAtOrders(lin, '待发货')
      await lin.sees(due)
      await lin.goesBack()
      await lin.taps(`优惠券 ${best.left} 张可用`)
      await lin.arrivesAt('account/wallet')
      await lin.sees(best.kept)
      await lin.taps(new RegExp(`^已用 ${used.length}`))
      await lin.sees(...used)
    },
  )
})
