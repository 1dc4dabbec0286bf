import type { PayOrder } from '../state/records'
import type { World } from '../world'

/** Who said that everything arrived: the shopper, or WeChat by itself when nobody had said anything for long enough. */
export type ConfirmedBy = 'shopper' | 'wechat'

type Told = Pick<World, 'pushes' | 'clock'>

/** The page says 1 is automatic; merchants report the opposite. The sandbox follows the page. */
const METHOD: Record<ConfirmedBy, 1 | 2> = { wechat: 1, shopper: 2 }
const TEN_DAYS = 10 * 86_400_000

/** `trade_manage_order_settlement`, the first time: all of an order was sent, and when WeChat would settle it. */
export function pushSent({ pushes, clock }: Told, order: PayOrder): void {
  pushes.push('trade_manage_order_settlement', {
    ...paymentOf(order),
    shipped_time: seconds(clock.now()),
    estimated_settlement_time: seconds(clock.now() + TEN_DAYS),
  })
}

/** … and the second time: it was received, and is settled. */
export function pushReceived({ pushes, clock }: Told, order: PayOrder, by: ConfirmedBy): void {
  pushes.push('trade_manage_order_settlement', {
    ...paymentOf(order),
    shipped_time: seconds(order.shipping?.uploadTime ?? clock.now()),
    confirm_receive_method: METHOD[by],
    confirm_receive_time: seconds(order.shipping?.confirmedAt ?? clock.now()),
    settlement_time: seconds(clock.now()),
  })
}

const paymentOf = ({ transactionId, mchid, outTradeNo, paidAt }: PayOrder) => ({
  transaction_id: transactionId,
  merchant_id: mchid,
  sub_merchant_id: '',
  merchant_trade_no: outTradeNo,
  pay_time: seconds(paidAt ?? 0),
})

const seconds = (ms: number) => Math.floor(ms / 1000)
