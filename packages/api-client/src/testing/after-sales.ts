import type {
  AfterSale,
  AfterSaleAction,
  AfterSaleKind,
  AfterSaleOptions,
  AfterSalePage,
  AfterSaleReason,
  AfterSaleRequest,
  AfterSaleState,
  PurchaseLine,
  Waybill,
} from '@xiaopu/contract'
import { optionWords } from './catalogue-view'
import type { KeptOrder, Orders } from './orders'
import { cutPage } from './pages'
import { Refusal } from './refusal'
import type { Stockroom } from './stockroom'
import type { Uploads } from './uploads'

type Replacement = AfterSaleOptions['lines'][number]['replacements'][number]
type Kept = Omit<AfterSale, 'serverTime' | 'actions' | 'open'> & { shopper: string; key: string; request: string }

/** What the merchant says to an after-sale. */
export type MerchantAnswer =
  | { approve: true; amount?: number; words?: string; returnTo?: string; refundInstead?: boolean }
  | { refuse: string }
  | { received: true }
  | { replacement: Waybill }
  /** WeChat has paid it out, or could not. */
  | { refund: 'done' | 'delayed' }

const CLOSED: readonly AfterSaleState[] = ['refunded', 'completed', 'refused', 'withdrawn', 'expired', 'closed']
const ACTIONS: Partial<Record<AfterSaleState, AfterSaleAction[]>> = {
  requested: ['withdraw'],
  awaiting_return: ['send_back', 'withdraw'],
  returning: ['send_back'],
  replacement_sent: ['confirm_replacement'],
}
const BEFORE_SENT: AfterSaleReason[] = ['changed_mind', 'ordered_wrong', 'too_slow', 'other']
const REASONS: Record<AfterSaleKind, AfterSaleReason[]> = {
  refund: ['not_received', 'missing', 'damaged', 'faulty', 'not_as_described', 'other'],
  return: ['changed_mind', 'damaged', 'faulty', 'wrong_goods', 'not_as_described', 'other'],
  exchange: ['ordered_wrong', 'damaged', 'faulty', 'wrong_goods', 'other'],
}
const DAYS_TO_SEND_BACK = 7 * 24 * 3_600_000

interface Needs {
  now: () => number
  stockroom: Pick<Stockroom, 'find'>
  orders: Orders
  uploads: Uploads
}

/** After-sales of the fake shop: what was paid for a line is split over its pieces, and rounded down. */
export function createAfterSales({ now, orders, uploads, stockroom }: Needs) {
  const all: Kept[] = []
  const instant = (ms = now()) => new Date(ms).toISOString()

  const show = ({ shopper: _shopper, key: _key, request: _request, ...kept }: Kept): AfterSale => ({
    ...kept,
    open: !CLOSED.includes(kept.state),
    serverTime: instant(),
    actions: ACTIONS[kept.state] ?? [],
  })
  const counting = (orderId: string) =>
    all.filter(
      (one) => one.orderId === orderId && !['refused', 'withdrawn', 'expired', 'completed'].includes(one.state),
    )

  function optionsFor(order: KeptOrder): AfterSaleOptions {
    const can = ['paid', 'shipped', 'completed'].includes(order.status)
    const sent = order.status !== 'paid'
    const taken = counting(order.id).flatMap((one) => one.lines)
    const money = can ? moneyLeft(order) : 0
    const lines = order.lines.map(({ reviewed: _reviewed, discount, ...line }) => {
      const used = taken.filter(({ skuId }) => skuId === line.skuId).reduce((sum, { quantity }) => sum + quantity, 0)
      const left = can ? line.quantity - used : 0
      const paid = (line.lineTotal - discount) / line.quantity
      const amounts = Array.from({ length: left }, (_, index) => Math.min(Math.floor(paid * (index + 1)), money))
      const most = { refund: left, return: sent ? left : 0, exchange: sent ? left : 0 }
      return { ...line, most, amounts, replacements: most.exchange > 0 ? replacementsFor(line) : [] }
    })
    const kinds: AfterSaleKind[] = sent ? ['refund', 'return', 'exchange'] : ['refund']
    const any = lines.some(({ most }) => most.refund > 0)
    return {
      orderId: order.id,
      until: null,
      kinds: any ? kinds.map((kind) => ({ kind, reasons: sent ? REASONS[kind] : BEFORE_SENT })) : [],
      lines,
      shipping: sent || taken.length > 0 ? 0 : order.amounts.shipping,
      money,
    }
  }

  /** What has not gone back, and nobody has asked for. */
  function moneyLeft({ id, amounts, refunded }: KeptOrder): number {
    const asked = counting(id).filter(({ state }) => state !== 'refunded')
    return amounts.total - refunded - asked.reduce((sum, one) => sum + (one.granted ?? one.asked), 0)
  }

  /** Itself first, then others of the product at the same price, in Chinese. */
  function replacementsFor({ skuId, options }: Pick<PurchaseLine, 'skuId' | 'options'>): Replacement[] {
    const found = stockroom.find(skuId)
    if (!found) return [{ skuId, options, available: false }]
    const { product, sku } = found
    const others = product.skus.filter(({ id, price }) => id !== skuId && price === sku.price)
    const view = { locale: 'zh-CN' as const, origin: '', now: now() }
    return [
      { skuId, options, available: sku.stock > 0 },
      ...others.map((each) => ({
        ...{ skuId: each.id, options: optionWords(product, each, view), available: each.stock > 0 },
      })),
    ]
  }

  function lineOf(
    options: AfterSaleOptions,
    kind: AfterSaleKind,
    { skuId, quantity, replacementSkuId }: AfterSaleRequest['lines'][0],
  ) {
    const line = options.lines.find((one) => one.skuId === skuId)
    if (!line) throw new Refusal('not_found')
    if (quantity > line.most[kind]) throw new Refusal('after_sale_too_much')
    const { most: _most, amounts, replacements, ...goods } = line
    const other = replacements.find((one) => one.skuId === replacementSkuId)
    if (replacementSkuId !== undefined && !other) throw new Refusal('validation_failed')
    const instead = other && { skuId: other.skuId, options: other.options }
    return {
      goods: { ...goods, quantity, lineTotal: goods.unitPrice * quantity },
      instead,
      worth: amounts[quantity - 1] ?? 0,
    }
  }

  /** Every step is written down; what the shopper sees follows from the last. */
  function move(one: Kept, state: AfterSaleState, by: 'shopper' | 'merchant' | 'shop', said: string | null = null) {
    one.progress.push({ state, at: instant(), by, words: said })
    one.state = state
    if (said) one.answer = said
    if (state === 'refunding') one.refund = { amount: one.granted ?? one.asked, state: 'on_its_way' }
    if (state === 'refunded') orders.giveBack(one.orderId, one.refund?.amount ?? 0)
    noteOnOrder(one.orderId)
    return show(one)
  }
  const noteOnOrder = (orderId: string) =>
    orders.noteAfterSales(
      orderId,
      all
        .filter((one) => one.orderId === orderId)
        .map(({ id, kind, state }) => ({ id, kind, state, open: !CLOSED.includes(state) })),
    )
  function own(shopper: string, afterSaleId: string): Kept {
    const found = all.find((one) => one.id === afterSaleId && one.shopper === shopper)
    if (!found) throw new Refusal('not_found')
    return found
  }

  function allowed(one: Kept, action: AfterSaleAction) {
    if (!ACTIONS[one.state]?.includes(action)) throw new Refusal('after_sale_moved')
    return one
  }

  return {
    options: (shopper: string, orderId: string) => optionsFor(orders.own(shopper, orderId)),

    request(shopper: string, orderId: string, key: string | null, body: AfterSaleRequest): AfterSale {
      if (!key) throw new Refusal('idempotency_key_required')
      const order = orders.own(shopper, orderId)
      const request = JSON.stringify(body)
      const before = all.find((one) => one.shopper === shopper && one.key === key)
      if (before && before.request !== request) throw new Refusal('idempotency_key_reused')
      if (before) return show(before)
      const options = optionsFor(order)
      if (!['paid', 'shipped', 'completed'].includes(order.status)) throw new Refusal('after_sale_over')
      const lines = body.lines.map((line) => lineOf(options, body.kind, line))
      const everything = options.lines.every(
        ({ skuId, most }) => most.refund === (body.lines.find((line) => line.skuId === skuId)?.quantity ?? 0),
      )
      const worth = lines.reduce((sum, line) => sum + line.worth, 0) + (everything ? options.shipping : 0)
      const most = Math.min(worth, options.money)
      const asked = body.kind === 'exchange' ? 0 : (body.amount ?? most)
      if (asked > most) throw new Refusal('after_sale_too_much')
      const one: Kept = {
        shopper,
        key,
        request,
        id: `after-sale-${all.length + 1}`,
        orderId,
        orderNumber: order.number,
        kind: body.kind,
        state: 'requested',
        lines: lines.map(({ goods }) => goods),
        replacements: body.kind === 'exchange' ? lines.map(({ goods, instead }) => ({ ...goods, ...instead })) : [],
        insteadOfExchange: false,
        asked,
        granted: null,
        reason: body.reason,
        words: body.words,
        pictures: uploads.claim(shopper, body.uploadIds, 'uploadIds'),
        answer: null,
        returnTo: null,
        returnBy: null,
        waybill: null,
        replacement: null,
        refund: null,
        progress: [],
        requestedAt: instant(),
      }
      all.unshift(one)
      return move(one, 'requested', 'shopper')
    },

    list(
      shopper: string,
      { orderId, cursor, limit }: { orderId?: string; cursor?: string; limit: number },
    ): AfterSalePage {
      const mine = all.filter((one) => one.shopper === shopper && (orderId === undefined || one.orderId === orderId))
      const page = cutPage(mine, cursor, limit)
      return { ...page, items: page.items.map(show) }
    },
    get: (shopper: string, afterSaleId: string) => show(own(shopper, afterSaleId)),

    withdraw(shopper: string, afterSaleId: string): AfterSale {
      const one = own(shopper, afterSaleId)
      return one.state === 'withdrawn' ? show(one) : move(allowed(one, 'withdraw'), 'withdrawn', 'shopper')
    },
    sendBack(shopper: string, afterSaleId: string, waybill: Waybill): AfterSale {
      const one = allowed(own(shopper, afterSaleId), 'send_back')
      one.waybill = waybill
      return one.state === 'returning' ? show(one) : move(one, 'returning', 'shopper')
    },
    confirmReplacement(shopper: string, afterSaleId: string): AfterSale {
      const one = own(shopper, afterSaleId)
      if (one.state === 'completed') return show(one)
      return move(allowed(one, 'confirm_replacement'), 'completed', 'shopper')
    },

    /** What the merchant, and WeChat, do to it. @throws {Error} for an after-sale there is not */
    answer(afterSaleId: string, answer: MerchantAnswer): void {
      const one = all.find(({ id }) => id === afterSaleId)
      if (!one) throw new Error(`the fake shop has no after-sale ${afterSaleId}`)
      if ('refuse' in answer) move(one, 'refused', 'merchant', answer.refuse)
      else if ('approve' in answer) {
        if (answer.refundInstead) {
          const worth = one.lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0)
          Object.assign(one, { kind: 'return', insteadOfExchange: true, replacements: [], asked: worth })
        }
        one.granted = one.kind === 'exchange' ? null : (answer.amount ?? one.asked)
        if (one.kind === 'refund') return void move(one, 'refunding', 'merchant', answer.words)
        one.returnTo = { storeId: null, text: answer.returnTo ?? '拾物仓库 上海市徐汇区武康路 1 号 021-55550123' }
        one.returnBy = instant(now() + DAYS_TO_SEND_BACK)
        move(one, 'awaiting_return', 'merchant', answer.words)
      } else if ('received' in answer) move(one, one.kind === 'exchange' ? 'received' : 'refunding', 'merchant')
      else if ('replacement' in answer) {
        one.replacement = answer.replacement
        move(one, 'replacement_sent', 'merchant')
      } else {
        one.refund = { amount: one.granted ?? one.asked, state: answer.refund }
        if (answer.refund === 'done') move(one, 'refunded', 'shop')
      }
    },
  }
}

export type AfterSales = ReturnType<typeof createAfterSales>
