import { onEachBackend, type Shopper } from './harness'
import { sitsAtTheDesk } from './harness/desk'
import { CHAIR, goesToCheckout, looksAtOrders, placesOrder } from './walks'

const COMPANY = '上海拾光里文化创意有限公司'
const REASON = '这个税号查不到，请核对'

/** From the tabs to the page of the only order's fapiao. */
async function looksAtFapiao(shopper: Shopper): Promise<void> {
  await looksAtOrders(shopper, '全部')
  await shopper.picks(CHAIR.name)
  await shopper.arrivesAt('trade/order/')
  await shopper.taps(/^发票/)
  await shopper.arrivesAt('trade/fapiao/')
}

onEachBackend({}, (journey, _commerce, once) => {
  journey(
    'a title is kept, used at checkout, and its fapiao issued, downloaded and opened',
    async ({ enter, shop }) => {
      const lin = await enter()
      await lin.opens('我的')
      await lin.taps('发票抬头')
      await lin.arrivesAt('trade/fapiao-titles')
      await lin.taps('从微信导入')
      await lin.choosesInvoiceTitle(COMPANY)
      await lin.sees(COMPANY, '默认')
      await lin.goesBack()

      await goesToCheckout(lin)
      await lin.picks('不开发票')
      const sheet = lin.on('发票')
      await sheet.sees(`${COMPANY} 91310104MA1XP0013B`)
      await sheet.taps('完成')
      await lin.sees(`单位 · ${COMPANY}`)
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      await lin.taps('继续逛逛')

      const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
      await desk.taps(/^发票 1$/)
      await desk.sees(COMPANY, '91310104MA1XP0013B')
      await desk.form(/^发票 /).taps('开具')
      await desk.sees('没有等待开具的发票。')
      await desk.leaves()

      await looksAtFapiao(lin)
      await lin.sees('已开具', /^263120\d{14}$/)
      await lin.taps('打开发票')
      const reader = lin.wechat('文档预览')
      await reader.sees(/^PDF · \d+ KB$/)
      await reader.taps('返回')

      await lin.network('none')
      await lin.taps('打开发票')
      const question = lin.wechat('发票没有打开')
      await question.sees('请检查网络后再试，或复制链接，用手机浏览器打开')
      await question.taps('取消')
      await lin.network('wifi')
    },
  )

  once('a wrong tax number is said at once; one the shop refuses is put right and asked for again', async (shops) => {
    const { enter, shop } = shops
    const lin = await enter()
    await goesToCheckout(lin)
    await lin.picks('不开发票')
    const sheet = lin.on('发票')
    await sheet.taps('单位')
    await sheet.types('单位名称', '拾光里')
    await sheet.types('税号', '91310104MA1XP0013C')
    await sheet.taps('完成')
    await sheet.sees('税号不对，请核对 18 位统一社会信用代码（旧税号 15 或 20 位）')
    await sheet.types(/^税号/, '91350100M000100Y43')
    await sheet.taps('完成')
    await lin.sees('单位 · 拾光里')
    await placesOrder(lin)
    await lin.pays()
    await lin.sees('支付成功')
    await lin.taps('继续逛逛')

    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await desk.taps(/^发票 1$/)
    const asked = desk.form(/^发票 /)
    await asked.taps('退回')
    await asked.sees('填写的内容不对，请检查：原因')
    await asked.types('不能开具的原因', REASON)
    await asked.taps('退回')
    await desk.sees('没有等待开具的发票。')

    await looksAtFapiao(lin)
    await lin.sees('店家没有开具', REASON)
    await lin.taps('重新申请')
    await sheet.taps('个人')
    await sheet.types('姓名', '林小满')
    await sheet.taps('申请发票')
    await lin.sees('已申请，等待店家开具', '个人 · 林小满')
    await desk.sees('林小满')
    await desk.form(/^发票 /).taps('开具')
    await desk.sees('没有等待开具的发票。')
    await desk.leaves()
  })
})
