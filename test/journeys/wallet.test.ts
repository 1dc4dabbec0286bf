import { onEachBackend } from './harness'
import { goesToCheckout, looksAtOrders, placesOrder } from './walks'

onEachBackend({}, (journey) => {
  journey('a coupon is taken, used by itself at checkout, and used up by the order', async ({ enter, shop }) => {
    const lin = await enter()
    await lin.opens('我的')
    await lin.taps('优惠券 去领券')
    await lin.arrivesAt('account/coupons')
    await lin.taps('领取 满 400 减 50')
    await lin.isTold('已领取')
    await lin.taps('领取 满 99 减 20')
    await lin.sees('去使用')
    await lin.taps('我的优惠券')
    await lin.arrivesAt('account/wallet')
    await lin.sees('换季添置券', '见面礼', '还剩 3 天')
    await lin.taps('去使用 满 400 减 50')

    await goesToCheckout(lin)
    // The better one of the two.
    await lin.sees('已选最优：满 400 减 50', '-¥50.00')
    await placesOrder(lin)
    await lin.wechat('微信支付').sees('¥379.00')
    await lin.pays()
    await lin.arrivesAt('trade/result')
    await lin.sees('支付成功', '¥379.00')
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', goods: 429_00, total: 379_00 })

    await lin.taps('继续逛逛')
    await looksAtOrders(lin, '待发货')
    await lin.sees('¥379.00')
    await lin.goesBack()
    await lin.taps('优惠券 1 张可用')
    await lin.arrivesAt('account/wallet')
    await lin.sees('见面礼')
    await lin.taps(/^已用 1/)
    await lin.sees('换季添置券')
  })
})
