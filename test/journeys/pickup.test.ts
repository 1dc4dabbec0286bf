import { eventually } from './harness'
import { sitsAtTheDesk } from './harness/desk'
import { journeys } from './harness/journeys'
import { PostgresBooks } from './harness/postgres-books'
import { addsTheChair, findsTheChair, MUSTARD, placesOrder } from './walks'

const NANSHAN = '拾物 · 深圳湾店'
const SANLITUN = '拾物 · 三里屯店'

describe('picking up', () => {
  const journey = journeys()

  journey(
    'a store is found by its sound and chosen, the goods wait there, and one code hands them over once',
    async ({ enter, shop }) => {
      const lin = await enter()
      await lin.taps(/^附近门店/)
      await lin.types('搜索门店', 'nanshan')
      await lin.seesNo('拾物 · 武康路店')
      await lin.taps(`查看${NANSHAN}`)
      await lin.taps(`设为我的门店 ${NANSHAN}`)
      await lin.sees('已设为我的门店')
      await lin.goesBack()
      await lin.sees('我的门店', NANSHAN)

      await findsTheChair(lin)
      await addsTheChair(lin, MUSTARD.option)
      await lin.taps('购物车')
      await lin.taps('去结算 (1)')
      await lin.arrivesAt('trade/checkout')
      await lin.taps('到店自提')
      await lin.sees(NANSHAN)
      await lin.types('取货人', '林小满')
      await lin.types('手机号', '13800138000')
      await lin.offers('提交订单')
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      await lin.taps('查看订单')
      await lin.arrivesAt('trade/order')
      await lin.sees(/^取货码 \d( \d)+$/)
      await eventually('a bright screen that stays on', async () => {
        const { brightness, keepScreenOn } = await lin.brightness()
        return brightness === '1' && keepScreenOn === 'true'
      })
      const said = await lin.root
        .getByLabel(/^取货码 \d( \d)+$/)
        .first()
        .getAttribute('aria-label')
      const code = said!.replaceAll(/\D/g, '')

      const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
      const till = () => desk.form(/^核销取货 /)
      await desk.form(/^备好了 /).taps('备好了')
      await till().types('取货码', `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)
      await till().taps('核销取货')
      await till().sees('没有找到')
      await till().types('取货码', code)
      await till().taps('核销取货')
      await desk.sees('已完成')
      expect(await desk.refuses('collect', { storeId: await shop.storeId(NANSHAN), pickupCode: code })).toBe(
        'already_collected',
      )
      await eventually('the order to be collected', async () =>
        (await shop.books.onlyOrder()).status.startsWith('completed'),
      )
      await desk.leaves()

      await lin.goesBack()
      await eventually('the screen as it was', async () => {
        const { brightness, keepScreenOn } = await lin.brightness()
        return brightness === '0.5' && keepScreenOn === 'false'
      })
    },
  )

  journey(
    'what can no longer be sent is bought where a store has it, and the warehouse has nothing to do with it',
    async ({ enter, shop }) => {
      if (!(shop.books instanceof PostgresBooks)) throw new Error('Only on PostgreSQL has a store stock of its own')
      await shop.books.setStock(MUSTARD.code, 0)
      const before = await shop.books.inStores(MUSTARD.code)
      const lin = await enter()
      await findsTheChair(lin)
      await lin.taps('加入购物车')
      const sheet = lin.on('选择规格')
      await sheet.taps(`${MUSTARD.option}，仅门店自提`)
      await sheet.sees('仅门店自提', /有货$/)
      await sheet.taps('加入购物车')
      await lin.isTold('已加入购物车')
      await lin.taps('购物车')
      await lin.sees('仅门店自提有货')
      await lin.taps('去结算 (1)')
      await lin.arrivesAt('trade/checkout')
      await lin.sees(NANSHAN)
      await lin.types('取货人', '林小满')
      await lin.types('手机号', '13800138000')
      await lin.offers('提交订单')
      await placesOrder(lin)
      expect(await shop.books.inStores(MUSTARD.code)).toEqual({ ...before, reserved: 1 })
      await lin.pays()
      await lin.sees('支付成功')
      expect(await shop.books.inStores(MUSTARD.code)).toEqual({ onHand: before.onHand - 1, reserved: 0 })
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 0, reserved: 0, sold: 1 })
    },
  )

  journey('the map chooses a store, and a store its pin, without anybody’s location', async ({ enter }) => {
    const lin = await enter({ at: 'stores/list/index' })
    await lin.taps('地图')
    // Pins of one city lie over each other at the scale of a country: this one stands alone.
    await lin.taps(`查看${SANLITUN}`)
    await lin.offers(`设为我的门店 ${SANLITUN}`)
  })
})
