import {
  canBuy,
  type GoodsLine,
  type PurchaseItem,
  type ReplacementRequest,
  type ReplacementsPort,
  UnknownOrder,
} from '@xiaopu/commerce'
import { and, eq, like } from 'drizzle-orm'
import { goneLine, goodsLine } from '../catalog/goods'
import { joined } from '../checkout/lines'
import { TILL_LOCALE, type Trade } from '../shop'
import { errands, orders } from '../tables'
import type { Errands } from './errands'
import { findRow } from './rows'

interface Needs {
  trade: Trade
  errands: Pick<Errands, 'leave' | 'run'>
}

const mark = (id: string) => `换货 ${id.slice(0, 8)}`

/**
 * Magento's web APIs keep stock for orders and for nothing else, and an exchange is no order there. It is looked whether there
 * are enough at the moment, and the people who pack read in the order's comments what to keep, to send, or to sell after all.
 */
export function replacementsPort({ trade, errands: desk }: Needs): ReplacementsPort {
  const { db } = trade.database

  /** What was said of it so far. */
  const saidOf = async (id: string) =>
    db
      .select({ orderId: errands.orderId, words: errands.words })
      .from(errands)
      .where(and(eq(errands.kind, 'comment'), like(errands.words, `${mark(id)}：%`)))

  async function say(orderId: string, words: string): Promise<void> {
    await desk.leave(orderId, 'comment', words)
    // Magento may be away: then it hears of it later.
    await desk.run()
  }

  async function end(id: string, words: string): Promise<void> {
    const said = await saidOf(id)
    const isOver = said.some((each) => each.words.startsWith(`${mark(id)}：结束`))
    if (said[0] && !isOver) await say(said[0].orderId, `${mark(id)}：结束，${words}`)
  }

  /** As closely as what is put into a cart: no till will refuse what the catalogue remembers and the shop has not. */
  async function lookedAt({ skuId, quantity }: PurchaseItem): Promise<GoodsLine> {
    const goods = await trade.catalogue.closely(TILL_LOCALE, skuId)
    return goods ? goodsLine(goods, quantity) : goneLine(skuId, quantity)
  }

  const pieces = (lines: GoodsLine[]) =>
    lines.map(({ name, options, quantity }) => `${[name, ...options].join(' ')} ×${quantity}`).join('、')

  return {
    async setAside({ id, orderId, lines }: ReplacementRequest) {
      if (!(await findRow(db, eq(orders.id, orderId)))) throw new UnknownOrder(orderId)
      const said = await saidOf(id)
      if (said.some(({ words }) => words.startsWith(`${mark(id)}：结束`))) return { ok: false, problem: 'over' }
      if (said.length > 0) return { ok: true }
      const wanted = await Promise.all(joined(lines).map(lookedAt))
      const short = wanted.filter(({ status }) => !canBuy(status))
      if (short.length > 0) {
        const missing = short.map(({ skuId, available }) => ({ skuId, available }))
        return { ok: false, problem: 'sold_out', lines: missing }
      }
      await say(orderId, `${mark(id)}：请留出 ${pieces(wanted)}，等顾客寄回后寄出`)
      return { ok: true }
    },
    giveBack: (id) => end(id, '不用再留货'),
    send: (id, returned) =>
      end(id, returned.length > 0 ? '已经寄出，请扣减库存，退回的商品请自行入库' : '已经寄出，请扣减库存'),
  }
}
