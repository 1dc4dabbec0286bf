import { sitsAtTheDesk } from './harness/desk'
import { journeys } from './harness/journeys'
import { buysTheChair, CHAIR, isSent, looksAtOrders } from './walks'

describe('receipt, once WeChat was told what was sent', () => {
  const journey = journeys({ gateway: { shippingUpload: 'on' } })

  journey('is confirmed in WeChat’s component; who leaves it has confirmed nothing', async ({ enter, shop }) => {
    const lin = await enter()
    await buysTheChair(lin)
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await isSent(desk)
    // The jobs of half a minute, at once: one round notes what was sent, the next one tells it.
    await shop.demo.gateway().runJobsOnce()
    await shop.demo.gateway().runJobsOnce()
    const { number } = await shop.books.onlyOrder()
    expect(shop.wechat.shippings()[number]?.uploads).toHaveLength(1)

    await looksAtOrders(lin, '全部')
    await lin.picks(CHAIR.name)
    await lin.arrivesAt('trade/order/')
    await lin.taps('确认收货')
    await lin.wechat('微信确认收货').taps('暂不确认')
    await lin.sees('待收货')
    await lin.taps('确认收货')
    await lin.wechat('微信确认收货').taps('确认收货')
    await lin.isTold('已确认收货')
    await lin.sees('已完成')
    expect((await shop.books.onlyOrder()).status).toBe('completed')
  })
})
