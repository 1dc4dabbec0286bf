import type { Page } from 'playwright-core'
import { eventually, onEachBackend, type Shopper } from './harness'
import { Surface } from './harness/surface'
import { CHAIR, goesToCheckout, looksAtOrders, placesOrder } from './walks'

const OPINION = '坐着舒服，颜色比照片里还好看'
const ANSWER = '谢谢喜欢，欢迎再来'
/** What the gateway keeps of a Magento's catalogue is a second old at most. */
const A_MOMENT_MS = 3_000

onEachBackend({}, (journey) => {
  journey(
    'what is bought is shipped at the desk, received and reviewed, and the next shopper reads it',
    async ({ enter, shop }) => {
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      await lin.taps('继续逛逛')

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
      // Magento has no answers to reviews.
      const answers = shop.demo.magento === null
      await desk.taps(/^评价/)
      const review = desk.form(`评价 ${CHAIR.name}`)
      await desk.sees(OPINION)
      if (answers) await review.types('回复（可不填）', ANSWER)
      await review.taps('通过')
      await desk.sees('没有等待审核的评价。')
      if (!answers) await desk.sees(/^这家店由 Magento 管理/)

      await eventually('the review on the product page', async () => {
        await chen.comesBack()
        await chen.sees(CHAIR.name)
        const opinion = chen.root.getByText(OPINION).first()
        return opinion.waitFor({ timeout: A_MOMENT_MS }).then(
          () => true,
          () => false,
        )
      })
      if (answers) {
        await chen.taps(/^查看全部 \d+ 条评价$/)
        await chen.sees(OPINION, ANSWER)
      }
      await desk.leaves()
    },
  )
})

/** The merchant's page, in a browser of its own. */
class Desk extends Surface {
  constructor(private readonly page: Page) {
    super(page.locator('body'))
  }
  form(name: string | RegExp): Surface {
    return new Surface(this.page.getByRole('form', { name }).first())
  }
  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}

/** Beside the shopper's phone, and knowing nothing of it. */
async function sitsAtTheDesk(shopper: Shopper, url: string): Promise<Desk> {
  const context = await shopper.page.context().browser()!.newContext({ hasTouch: true })
  const page = await context.newPage()
  await page.goto(url)
  return new Desk(page)
}
