import type { Amounts } from '../port/checkout'
import type { OrderLine, Shipment } from '../port/orders'
import type { Fen } from '../port/values'

/** What of an order has gone back, or is asked for by an after-sale that is open. */
export interface TakenBack {
  lines: { skuId: string; quantity: number; amount: Fen }[]
  /** The money is on its way or back: no answer can undo it any more. */
  settled: boolean
  /** Its pieces are the shopper's to send back; otherwise they are those that were not sent, as far as there are such. */
  sentBack: boolean
}

/** How much of one line can still go back. */
export interface RefundableLine {
  skuId: string
  /** Pieces nobody has asked for yet. */
  pieces: number
  /** Those of them that have been sent: only these can be sent back. */
  sent: number
  /** The most for one piece, for two, … : never more than their share of what was paid. */
  amounts: Fen[]
}

export interface Refundable {
  lines: RefundableLine[]
  /** Goes back besides, with every piece of every line. */
  shipping: Fen
}

type Bought = {
  lines: Pick<OrderLine, 'skuId' | 'unitPrice' | 'quantity' | 'discount'>[]
  amounts: Pick<Amounts, 'shipping'>
  shipments: Pick<Shipment, 'lines'>[]
}

/** What was paid for each line: its price less its part of the discount. The sum is exactly goods − discount. */
export const paidShares = ({ lines }: Pick<Bought, 'lines'>): Fen[] =>
  lines.map(({ unitPrice, quantity, discount }) => unitPrice * quantity - discount)

/** The share of the first so many of a line's pieces: whatever the order they go back in, the sum is the line's. */
const shareOf = (paid: Fen, pieces: number, quantity: number): Fen => Math.floor((paid * pieces) / quantity)

/**
 * The most that can still go back.
 *
 * A piece is spoken for once: whoever agreed to less for it cannot be asked for the rest. Shipping goes back only when
 * everything does before anything was sent; more than that is the merchant's own choice.
 */
export function refundable({ lines, amounts, shipments }: Bought, taken: TakenBack[]): Refundable {
  const shares = paidShares({ lines })
  const parcels = shipments.flatMap((parcel) => parcel.lines)
  const takenLines = taken.flatMap((each) => each.lines.map((line) => ({ ...line, sentBack: each.sentBack })))
  const left = lines.map(({ skuId, quantity }, index): RefundableLine => {
    const mine = takenLines.filter((line) => line.skuId === skuId)
    const used = Math.min(quantity, sumOf(mine.map((line) => line.quantity)))
    const pieces = quantity - used
    const sent = sumOf(parcels.filter((line) => line.skuId === skuId).map((line) => line.quantity))
    const [back, kept] = [mine.filter((line) => line.sentBack), mine.filter((line) => !line.sentBack)].map((some) =>
      sumOf(some.map((line) => line.quantity)),
    ) as [number, number]
    const usedSent = back + Math.max(0, kept - (quantity - sent))
    const paid = shares[index]!
    const money = Math.max(0, paid - sumOf(mine.map((line) => line.amount)))
    const amountFor = (count: number) =>
      Math.min(money, shareOf(paid, used + count, quantity) - shareOf(paid, used, quantity))
    return {
      skuId,
      pieces,
      sent: Math.min(pieces, Math.max(0, sent - usedSent)),
      amounts: Array.from({ length: pieces }, (_, count) => amountFor(count + 1)),
    }
  })
  const nothingSent = parcels.length === 0
  const restIsSettled = taken.every(({ settled }) => settled)
  return { lines: left, shipping: nothingSent && restIsSettled ? amounts.shipping : 0 }
}

/** Whether the lines are every piece that is left: then shipping goes with them. */
export const isEverything = ({ lines }: Refundable, asked: readonly { skuId: string; quantity: number }[]): boolean =>
  lines.every(({ skuId, pieces }) => pieces === sumOf(asked.filter((a) => a.skuId === skuId).map((a) => a.quantity)))

const sumOf = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0)
