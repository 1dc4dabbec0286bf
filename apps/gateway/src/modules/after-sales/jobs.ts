import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { Sweep } from '../../jobs/sweep'
import type { AfterSaleBook, Move } from './book'
import type { Replacements } from './replacements'

const BATCH = 100
/** A replacement nobody has said anything of for so long has arrived, ms. */
const REPLACEMENT_ARRIVES = 15 * 24 * 60 * 60_000

/** What the clock and WeChat do to after-sales. */
export function afterSaleJobs(
  book: AfterSaleBook,
  replacements: Pick<Replacements, 'trySettling' | 'settleAll'>,
  clock: Clock,
) {
  /** Somebody may have moved it since it was found: then there is nothing to do. */
  async function moveIfStill(id: string, event: Move['event']): Promise<void> {
    try {
      await replacements.trySettling(await book.move(id, { event, by: 'shop' }))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'after_sale_moved')) throw error
    }
  }

  /** WeChat has said something of this refund. */
  async function noteRefund(outRefundNo: string): Promise<void> {
    for (const id of await book.paidOut(1, outRefundNo)) await moveIfStill(id, 'pay_out')
    for (const id of await book.leftBehind(BATCH, outRefundNo)) await moveIfStill(id, 'close')
  }

  const sweep: Sweep = {
    name: 'after-sales',
    everySeconds: 60,
    async run() {
      for (const id of await book.paidOut(BATCH)) await moveIfStill(id, 'pay_out')
      for (const { id } of await book.overdue(BATCH)) await moveIfStill(id, 'expire')
      const before = after(clock(), -REPLACEMENT_ARRIVES)
      for (const { id } of await book.since('replacement_sent', before, BATCH)) await moveIfStill(id, 'conclude')
      for (const id of await book.leftBehind(BATCH)) await moveIfStill(id, 'close')
      await replacements.settleAll()
    },
  }

  const handlers: EventHandlers = { 'order.completed': { 'note-receipt': (orderId) => book.noteReceived(orderId) } }

  return { noteRefund, sweep, handlers }
}
