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
import { merchantView } from './views'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders' | 'stores'>
  book: AfterSaleBook
  picture: PictureView
  clock: Clock
  /** How long a shopper has to send the goods back, ms. */
  returnWithinMs: number
}

export type AfterSaleDesk = ReturnType<typeof createAfterSaleDesk>

/** What the shop's people answer. Who was second of two is told how it stands: `after_sale_moved`. */
export function createAfterSaleDesk({ db, backend, book, picture, clock, returnWithinMs }: Needs) {
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

  async function approve(id: string, { amount, words, returnTo }: AfterSaleApproval): Promise<MerchantAfterSale> {
    const { kind, asked } = await known(id)
    if (amount !== null && (kind === 'exchange' || amount > asked)) {
      throw invalid('body.amount', kind === 'exchange' ? 'no money goes back' : `at most ${asked} fen were asked for`)
    }
    if (kind === 'refund') {
      if (returnTo) throw invalid('body.returnTo', 'nothing is sent back')
      return act(id, { event: 'approve', words, decide: payBack(clock, (row) => amount ?? row.asked) })
    }
    if (!returnTo) throw invalid('body.returnTo', 'the shopper has to know where to')
    const place = 'storeId' in returnTo ? await storeOf(returnTo.storeId) : { storeId: null, text: returnTo.text }
    const returnBy = after(clock(), returnWithinMs)
    const granted = kind === 'exchange' ? null : (amount ?? asked)
    return act(id, { event: 'approve', words, decide: () => ({ granted, returnTo: place, returnBy }) })
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
        return payBack(clock, (each) => each.granted ?? sumOf(each.lines.map(({ worth }) => worth)))(transaction, row)
      },
    })

  async function act(id: string, move: Omit<Move, 'by' | 'shopperId'>): Promise<MerchantAfterSale> {
    return view(await book.move(id, { ...move, by: 'merchant' }))
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
    return merchantView(picture, row, { refund, order, now: clock() })
  }

  return { list, get, approve, refuse, receive, sendReplacement, refund, isBeingRefunded }
}

const invalid = (path: string, message: string) => new Refusal('validation_failed', { fields: [{ path, message }] })
