import type { CommerceBackend, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { AfterSaleApproval, MerchantAfterSale, MerchantAfterSaleQuery, Page, Waybill } from '@xiaopu/contract'
import type { z } from 'zod'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import { findRefund } from '../payments/refund-book'
import type { AfterSaleBook, AfterSaleRow, Move } from './book'
import { sumOf } from './left'
import { payBack } from './money'
import type { Replacements } from './replacements'
import { merchantView } from './views'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders' | 'stores'>
  book: AfterSaleBook
  replacements: Pick<Replacements, 'setAside' | 'trySettling' | 'kept'>
  picture: PictureView
  clock: Clock
  /** How long a shopper has to send the goods back, ms. */
  returnWithinMs: number
}

export type AfterSaleDesk = ReturnType<typeof createAfterSaleDesk>

/** What the shop's people answer. Who was second of two is told how it stands: `after_sale_moved`. */
export function createAfterSaleDesk({ db, backend, book, replacements, picture, clock, returnWithinMs }: Needs) {
  async function list({
    which,
    cursor,
    limit,
  }: z.output<typeof MerchantAfterSaleQuery>): Promise<Page<MerchantAfterSale>> {
    const page = await (which === 'open' ? book.openOnes(cursor, limit) : book.newestFirst(undefined, cursor, limit))
    return { ...page, items: await Promise.all(page.items.map(view)) }
  }

  async function get(id: string): Promise<MerchantAfterSale> {
    return view(await known(id))
  }

  async function known(id: string): Promise<AfterSaleRow> {
    const row = await book.find(id)
    if (!row) throw notFound('after-sale')
    return row
  }

  async function approve(
    id: string,
    { amount, words, returnTo, refundInstead = false }: AfterSaleApproval,
  ): Promise<MerchantAfterSale> {
    const row = await known(id)
    const { kind } = row
    if (row.insteadOfExchange && refundInstead)
      throw new Refusal('after_sale_moved', { detail: 'it is a return by now' })
    if (refundInstead && kind !== 'exchange') throw invalid('body.refundInstead', 'money was asked for')
    const brings = kind !== 'exchange' || refundInstead
    const most = kind === 'exchange' ? worthOf(row) : row.asked
    if (amount !== null && (!brings || amount > most)) {
      throw invalid('body.amount', brings ? `at most ${most} fen were asked for` : 'no money goes back')
    }
    if (kind === 'refund') {
      if (returnTo) throw invalid('body.returnTo', 'nothing is sent back')
      return act(id, { event: 'approve', words, decide: payBack(clock, (each) => amount ?? each.asked) })
    }
    if (!returnTo) throw invalid('body.returnTo', 'the shopper has to know where to')
    const place = 'storeId' in returnTo ? await storeOf(returnTo.storeId) : { storeId: null, text: returnTo.text }
    const back = { returnTo: place, returnBy: after(clock(), returnWithinMs) }
    if (refundInstead) {
      const instead = { kind: 'return', insteadOfExchange: true, asked: most, granted: amount ?? most } as const
      if (most === 0) throw invalid('body.refundInstead', 'nothing was paid for these goods')
      return act(id, { event: 'approve_refund', words, decide: () => ({ ...back, ...instead }) })
    }
    if (kind === 'return') {
      return act(id, { event: 'approve', words, decide: () => ({ ...back, granted: amount ?? most }) })
    }
    await replacements.setAside(row)
    return act(id, { event: 'approve', words, decide: () => ({ ...back, granted: null }) })
  }

  /** Frozen as it is now: the parcel goes where the shopper was told to. */
  async function storeOf(storeId: string) {
    const store = await backend.stores.get({ locale: 'zh-CN' }, storeId)
    if (!store) throw invalid('body.returnTo.storeId', 'there is no such store')
    const { name, city, address, phone } = store
    return { storeId, text: [name, `${city}${address}`, phone].join(' ') }
  }

  const refuse = (id: string, words: string) => act(id, { event: 'refuse', words })

  async function receive(id: string, restock: boolean): Promise<MerchantAfterSale> {
    const { kind } = await known(id)
    const decide =
      kind === 'exchange' ? () => ({ restock }) : payBack(clock, (row) => row.granted ?? row.asked, { restock })
    return act(id, { event: 'receive', decide })
  }

  const sendReplacement = (id: string, replacement: Waybill) =>
    act(id, { event: 'send_replacement', decide: () => ({ replacement }) })

  /** Money instead of a replacement; or once more, when WeChat has closed the refund. */
  const refund = (id: string) =>
    act(id, {
      event: 'refund',
      async decide(transaction, row) {
        const earlier = row.outRefundNo === null ? undefined : await findRefund(transaction, row.outRefundNo)
        if (earlier && earlier.state !== 'closed')
          throw new Refusal('after_sale_moved', { detail: 'its refund goes on' })
        return payBack(clock, (each) => each.granted ?? worthOf(each))(transaction, row)
      },
    })

  /** Whatever comes of it: goods that nobody will send are not kept, also where somebody else was faster. */
  async function act(id: string, move: Omit<Move, 'by' | 'shopperId'>): Promise<MerchantAfterSale> {
    try {
      return await view(await book.move(id, { ...move, by: 'merchant' }))
    } finally {
      const row = await book.find(id)
      if (row) await replacements.trySettling(row)
    }
  }

  /** Whether money for goods that are not sent yet is on its way back: they must not be sent now. */
  async function isBeingRefunded({ id, status, pickup }: Order): Promise<boolean> {
    const waits = status === 'paid' || (status === 'shipped' && pickup !== null)
    if (!waits) return false
    const asked = await book.ofOrders(db, [id])
    if (asked.some(({ kind, state }) => kind === 'refund' && state === 'refunding')) return true
    const ours = new Set(asked.map(({ outRefundNo }) => outRefundNo))
    const refunds = (await book.refundsOf(db, [id])).filter(({ state }) => state !== 'closed')
    const going = refunds.filter(({ state }) => state !== 'succeeded')
    // Money for pieces that the merchant sends back unasked, or the last of the money.
    const isForPieces = going.some(({ outRefundNo, lines }) => !ours.has(outRefundNo) && lines.length > 0)
    return isForPieces || (going.length > 0 && sumOf(refunds.map(({ amount }) => amount)) === refunds[0]!.total)
  }

  async function view(row: AfterSaleRow): Promise<MerchantAfterSale> {
    const order = await backend.orders.find(row.orderId)
    if (!order) throw new Error('an after-sale of an order there is not')
    const refund = row.outRefundNo === null ? undefined : await findRefund(db, row.outRefundNo)
    return merchantView(picture, row, { refund, order, replacementKept: replacements.kept(row), now: clock() })
  }

  return { list, get, approve, refuse, receive, sendReplacement, refund, isBeingRefunded }
}

const worthOf = ({ lines }: Pick<AfterSaleRow, 'lines'>): number => sumOf(lines.map(({ worth }) => worth))

const invalid = (path: string, message: string) => new Refusal('validation_failed', { fields: [{ path, message }] })
