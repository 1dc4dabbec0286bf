import { onEachBackend, type Shopper } from './harness'
import { goesToCheckout, looksAtOrders, MUSTARD, placesOrder } from './walks'

// WeChat's next try at a callback is far away: it comes when a journey says so.
const QUIET = { notifySpeed: 0.01 }

async function seesItPaid(shopper: Shopper): Promise<void> {
  await shopper.arrivesAt('trade/result')
  await shopper.sees('支付成功', '¥429.00')
}

onEachBackend(QUIET, (journey, _commerce, once) => {
  journey('a payment given up waits under 待付款, and is paid from there', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await placesOrder(lin)
    await lin.cancelsPayment()
    const question = lin.wechat('还没有付款')
    await question.sees(/订单已.*保留/)
    await question.taps('放弃')
    await lin.arrivesAt('trade/order')
    await lin.sees('待付款', /剩余 (30:00|2\d:\d\d)/)
    expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 60, reserved: 1, sold: 0 })

    await lin.goesBack()
    await looksAtOrders(lin, '待付款')
    await lin.taps(/^去支付/)
    await lin.pays()
    await seesItPaid(lin)
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', paidAmount: 429_00 })
    expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 59, reserved: 0, sold: 1 })
  })

  journey(
    'a callback that never comes: the gateway asks WeChat, and the shopper sees 支付成功',
    async ({ enter, shop }) => {
      shop.wechat.nextCallbacks(['lose'])
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.pays()
      await seesItPaid(lin)
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', payment: 'paid', paidAmount: 429_00 })
      expect(shop.wechat.callbacks()).toMatchObject([{ state: 'lost', attempts: [] }])
    },
  )

  once('继续付款 opens the same payment again', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await placesOrder(lin)
    await lin.cancelsPayment()
    await lin.wechat('还没有付款').taps('继续付款')
    await lin.pays()
    await seesItPaid(lin)
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid' })
  })

  journey('an order cancelled by the shopper gives the chair back', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await placesOrder(lin)
    await lin.cancelsPayment()
    await lin.wechat('还没有付款').taps('放弃')
    await lin.arrivesAt('trade/order')
    await lin.taps(/^取消订单/)
    const why = lin.on('为什么取消？')
    await why.taps('不想要了')
    await why.taps('取消订单')
    await lin.sees('已取消', '你取消了这笔订单')
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'cancelled', cancelledBecause: 'shopper' })
    expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 60, reserved: 0, sold: 0 })
    expect(shop.wechat.orders()).toMatchObject([{ state: 'CLOSED' }])
  })

  once(
    'a phone that says cancelled although the money has gone does not make one pay twice',
    async ({ enter, shop }) => {
      shop.wechat.nextPayments([{ say: 'cancel', charged: true }])
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.typesPassword('123456')
      await seesItPaid(lin)
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid' })
    },
  )

  once(
    'a payment that cannot be confirmed yet is not called unpaid, and 我已支付 asks again',
    async ({ enter, shop }) => {
      shop.wechat.nextCallbacks([{ do: 'delay', ms: 3_600_000 }])
      shop.wechat.fail({ endpoint: 'pay.query', times: 100, code: 'SYSTEM_ERROR' })
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.pays()
      await lin.arrivesAt('trade/result')
      await lin.sees('还没有收到付款', '请不要重复支付')
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'pending_payment' })

      await shop.wechat.deliverNow()
      await lin.taps('我已支付')
      await seesItPaid(lin)
    },
  )

  journey(
    'the gateway ends and starts anew while the shopper types the password: still paid',
    async ({ enter, shop }) => {
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await shop.demo.restartGateway()
      await lin.pays()
      await seesItPaid(lin)
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', payment: 'paid' })
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 59, reserved: 0, sold: 1 })
    },
  )
})
