import { onEachBackend } from './harness'
import { addsTheChair, CHAIR, findsTheChair, goesToCheckout, MUSTARD, placesOrder } from './walks'

const UNAVAILABLE = '店铺暂时没有响应，请稍后重试'

onEachBackend({}, (journey, commerce, once) => {
  once('a session that has ended is renewed without a word', async ({ enter, shop }) => {
    const lin = await enter()
    await goesToCheckout(lin)
    await shop.books.endAllSessions()
    await placesOrder(lin)
    await lin.pays()
    await lin.sees('支付成功')
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid' })
    expect((await lin.requests()).map(({ status }) => status)).toContain(401)
  })

  journey('a shop that does not answer says so, and 重试 brings the page', async ({ enter, shop }) => {
    const lin = await enter()
    await lin.opens('分类')
    await lin.sees(CHAIR.name)
    await shop.demo.gateway().close()
    await lin.picks(CHAIR.name)
    await lin.sees('网络连接不上，请检查后重试')

    await shop.demo.restartGateway()
    await lin.taps('重试')
    await lin.sees('三种颜色，可叠放六把', '¥429')
    await addsTheChair(lin, MUSTARD.option)
  })

  once('a page opened without a network comes by itself when there is one again', async ({ enter }) => {
    const lin = await enter()
    await lin.sees('新到')
    await lin.network('none')
    await lin.opens('分类')
    await lin.arrivesAt('pages/category')
    await lin.seesNo(CHAIR.name)
    await lin.network('wifi')
    await lin.sees(CHAIR.name)
  })

  once('on a slow network it takes longer, and works', async ({ enter }) => {
    const lin = await enter()
    await lin.network('slow')
    await findsTheChair(lin)
    await addsTheChair(lin, MUSTARD.option)
    await lin.taps('购物车')
    await lin.sees(CHAIR.name, '去结算 (1)')
  })

  once('who comes back finds the cart as it was', async ({ enter }) => {
    const lin = await enter()
    await findsTheChair(lin)
    await addsTheChair(lin, MUSTARD.option)
    await lin.comesBack()
    await lin.opens('购物车')
    await lin.sees(CHAIR.name, MUSTARD.option, '去结算 (1)')
  })

  // PostgreSQL is the gateway's own: without it there is no gateway, as above.
  if (commerce === 'magento')
    journey(
      'while Magento is down there is all to look at that was seen before, checkout says why not, and afterwards one buys',
      async ({ enter, shop }) => {
        const { control } = shop.demo.magento!.standIn
        const lin = await enter()
        await goesToCheckout(lin)
        control.arm({ kind: 'down', status: 503 }, 'always')
        await lin.taps('提交订单')
        await lin.isTold(UNAVAILABLE)
        expect(await shop.books.orders()).toEqual([])
        expect(shop.wechat.orders()).toEqual([])

        // Somebody else, whose phone remembers nothing.
        const chen = await enter({ person: 'chen-yu' })
        await chen.sees('新到')
        await findsTheChair(chen)
        await chen.sees('三种颜色，可叠放六把', '¥429')
        // Whether there is one left only Magento knows.
        await chen.taps('加入购物车')
        await chen.on('选择规格').taps(MUSTARD.option)
        await chen.on('选择规格').taps('加入购物车')
        await chen.isTold(UNAVAILABLE)

        control.disarm('down')
        await placesOrder(lin)
        await lin.pays()
        await lin.sees('支付成功')
        expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', payment: 'paid', total: 429_00 })
        await chen.on('选择规格').taps('加入购物车')
        await chen.isTold('已加入购物车')
      },
    )
})
