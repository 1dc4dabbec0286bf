import { afterSaleActions, isAfterSaleOpen, merchantAfterSaleActions, type Order } from '@xiaopu/commerce'
import type { AfterSale, MerchantAfterSale, OrderRefund, Order as OrderView } from '@xiaopu/contract'
import { goodsView } from '../cart/views'
import type { PictureView } from '../media/picture-view'
import type { Refund } from '../payments/refund-book'
import type { AfterSaleRow } from './book'
import { sentFor } from './replacements'

const REFUND = {
  requested: 'on_its_way',
  processing: 'on_its_way',
  succeeded: 'done',
  abnormal: 'delayed',
  closed: 'delayed',
} as const satisfies Record<Refund['state'], NonNullable<AfterSale['refund']>['state']>

const FOR_MERCHANT = {
  requested: 'on_its_way',
  processing: 'on_its_way',
  succeeded: 'done',
  abnormal: 'abnormal',
  closed: 'closed',
} as const satisfies Record<Refund['state'], OrderRefund['state']>

/** A refund as the shop's people see it. */
export const refundView = ({ outRefundNo: id, amount, state, reason, createdAt }: Refund): OrderRefund => ({
  ...{ id, amount, state: FOR_MERCHANT[state], reason },
  at: createdAt.toISOString(),
})

/** Without what either side may do: each has acts of its own. */
function seen(
  picture: PictureView,
  row: AfterSaleRow,
  refund: Refund | undefined,
  now: Date,
): Omit<AfterSale, 'actions'> {
  const { id, orderId, orderNumber, kind, state, asked, granted, reason, words, answer } = row
  return {
    ...{ id, orderId, orderNumber, kind, state, asked, granted, reason, words, answer },
    open: isAfterSaleOpen(state),
    lines: row.lines.map((line) => goodsView(picture, line)),
    replacements: kind === 'exchange' ? sentFor(row).map((line) => goodsView(picture, line)) : [],
    insteadOfExchange: row.insteadOfExchange,
    pictures: row.pictures.flatMap((each) => picture(each) ?? []),
    returnTo: row.returnTo,
    returnBy: row.returnBy?.toISOString() ?? null,
    waybill: row.waybill,
    replacement: row.replacement,
    refund: refund ? { amount: refund.amount, state: REFUND[refund.state] } : null,
    progress: row.progress,
    requestedAt: row.requestedAt.toISOString(),
    serverTime: now.toISOString(),
  }
}

export const afterSaleView = (
  picture: PictureView,
  row: AfterSaleRow,
  refund: Refund | undefined,
  now: Date,
): AfterSale => ({ ...seen(picture, row, refund, now), actions: afterSaleActions(row.kind, row.state) })

interface MerchantKnows {
  refund: Refund | undefined
  order: Order
  replacementKept: boolean | null
  now: Date
}

export function merchantView(
  picture: PictureView,
  row: AfterSaleRow,
  { refund, order, replacementKept, now }: MerchantKnows,
): MerchantAfterSale {
  const trouble = refund?.state === 'abnormal' || refund?.state === 'closed' ? refund.state : null
  return {
    ...seen(picture, row, refund, now),
    since: row.changedAt.toISOString(),
    address: order.address,
    refundTrouble: trouble,
    replacementKept,
    actions: merchantAfterSaleActions(row.kind, row.state, { refundClosed: trouble === 'closed' }),
  }
}

/** As an order names it. */
export const inOrder = ({ id, kind, state }: AfterSaleRow): OrderView['afterSales'][number] => ({
  ...{ id, kind, state },
  open: isAfterSaleOpen(state),
})
