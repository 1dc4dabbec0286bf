import type { MerchantAfterSale } from '@xiaopu/contract'
import { eventually, type Journey, onEachBackend } from './harness'
import { sitsAtTheDesk } from './harness/desk'
import { buysTheChair, CHAIR, isSent, looksAtOrders } from './walks'

const OWNER_TOKEN = 'the-owner-of-the-shop-in-the-journeys'
const RETURN_TO = '拾物仓库 上海市徐汇区武康路 1 号 021-55550123'
const WAYBILL = 'SF1234567890123'

onEachBackend({ gateway: { ownerToken: OWNER_TOKEN } }, (journey) => {
  journey('what is faulty goes back by a scanned waybill, and its money comes back', async ({ enter, shop }) => {
    const lin = await enter()
    await buysTheChair(lin)
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await isSent(desk)
    await desk.leaves()
    await eventually('the parcel', async () => (await shop.books.onlyOrder()).status === 'shipped')

    await looksAtOrders(lin, '全部')
    await lin.picks(CHAIR.name)
    await lin.arrivesAt('trade/order/')
    await lin.taps(/^更多/)
    await lin.wechat('操作').taps('申请售后')
    await lin.arrivesAt('trade/after-sale-request')
    await lin.taps(/^退货退款/)
    await lin.taps(/^申请原因/)
    await lin.on('申请原因').taps('质量问题')
    await lin.types('退款金额', '429.01')
    await lin.taps('提交申请')
    await lin.sees('最多只能退 ¥429.00，请改小一些')
    await lin.types('退款金额', '400')
    await lin.types('补充说明', '一条腿短了，放不稳')
    await lin.taps('提交申请')
    await lin.isTold('申请已提交')
    await lin.arrivesAt('trade/after-sale/')
    await lin.sees('等店家处理', '一条腿短了，放不稳')

    const [asked] = (await merchant(shop, 'GET', '')).items
    expect(asked).toMatchObject({ kind: 'return', state: 'requested', asked: 400_00, reason: 'faulty' })
    await merchant(shop, 'POST', `/${asked!.id}/approve`, {
      amount: null,
      words: '抱歉，请寄回来',
      returnTo: { text: RETURN_TO },
    })
    await lin.goesBack()
    await lin.taps('退货退款 待寄回')
    await lin.arrivesAt('trade/after-sale/')
    await lin.sees('抱歉，请寄回来', RETURN_TO)
    await lin.taps('扫面单')
    const scanner = lin.wechat('扫一扫')
    await scanner.types('码内容', `MMM={'k1':'021WA','k4':'${WAYBILL}'}`)
    await scanner.taps('识别')
    await lin.taps('提交运单')
    await lin.isTold('运单已提交')
    await lin.sees('寄回途中', '寄回的运单 · 顺丰速运', WAYBILL)

    const [sent] = (await merchant(shop, 'GET', '')).items
    expect(sent?.waybill).toEqual({ carrier: '顺丰速运', trackingNumber: WAYBILL })
    await merchant(shop, 'POST', `/${asked!.id}/receipt`, { restock: true })
    await eventually('the money', () => shop.wechat.refunds().some(({ status }) => status === 'SUCCESS'))
    expect(shop.wechat.refunds()).toMatchObject([{ refund: 400_00, total: 429_00 }])
    await eventually('the end of it', async () => (await merchant(shop, 'GET', '')).items.length === 0)

    await lin.goesBack()
    await lin.sees('退货退款 已退款', '-¥400.00')
    await lin.taps('退货退款 已退款')
    await lin.sees('款项已原路退回', '退款到账')
  })
})

/** What the shop's people do with after-sales: not at the desk, by the gateway's own calls. */
async function merchant(
  shop: Journey['shop'],
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<{ items: MerchantAfterSale[] }> {
  const answer = await fetch(`${shop.demo.gatewayUrl}/v1/merchant/after-sales${path}`, {
    method,
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  const answered = (await answer.json()) as { items: MerchantAfterSale[] }
  expect({ status: answer.status, answered }).toMatchObject({ status: 200 })
  return answered
}
