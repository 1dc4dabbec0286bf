/** What WeChat Pay says about a payment. Only SUCCESS and REFUND mean that money came. */
export const TRADE_STATES = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const
export type TradeState = (typeof TRADE_STATES)[number]

/** PROCESSING becomes one of the others; ABNORMAL needs a person (the shopper's card is gone). */
export const REFUND_STATUSES = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

/** A payment order to be made with WeChat Pay; the limits are checked before anything is sent. */
export interface PrepayOrder {
  /** 1 to 127 characters, shown to the payer; see `truncateDescription`. */
  description: string
  /** 6 to 32 of `0-9 A-Z a-z _ - | *`, unique for this merchant. */
  outTradeNo: string
  /** Until when it can be paid. Does not close the order. A string must be ISO 8601. */
  timeExpire?: Date | string
  /** Up to 128 characters, handed back in query and callback. */
  attach?: string
  /** https on a public host, up to 255 characters, no query. */
  notifyUrl: string
  /** Integer fen, at least 1: an order that costs nothing skips payment. */
  amountFen: number
  /** The payer, under this client's appid. */
  openid: string
  payerIp?: string
}

/** Exactly what `wx.requestPayment` takes. */
export interface PaymentParams {
  /** Epoch **seconds**, as text. */
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…` */
  package: string
  signType: 'RSA'
  paySign: string
}

/** A payment as a query or a verified callback tells it. Amounts in fen; times ISO 8601 with WeChat's offset (+08:00). */
export interface Transaction {
  appid: string
  mchid: string
  outTradeNo: string
  /** WeChat's number; only once paid. */
  transactionId?: string
  tradeType?: string
  tradeState: TradeState
  tradeStateDescription?: string
  bankType?: string
  attach?: string
  successTime?: string
  payer?: { openid: string }
  /** `totalFen` is the order's amount, to be compared with ours; `payerTotalFen` is less when WeChat's coupons paid a part. */
  amount?: { totalFen: number; payerTotalFen?: number; currency: string }
}

export interface RefundRequest {
  /** 1 to 64 of `0-9 A-Z a-z _ - | * @`. A retry must use the same number: a new one pays a second time. */
  outRefundNo: string
  /** Which payment: our number, or WeChat's. */
  payment: { outTradeNo: string } | { transactionId: string }
  /** Fen to give back, 1 to `totalFen`. */
  refundFen: number
  /** Fen of the whole payment. */
  totalFen: number
  /** Up to 80 characters, shown to the shopper. */
  reason?: string
  notifyUrl?: string
}

export interface RefundAmount {
  totalFen: number
  refundFen: number
  payerTotalFen?: number
  payerRefundFen?: number
}

/** A refund as its request, a query or a verified callback tells it. Amounts in fen; times ISO 8601 with WeChat's offset. */
export interface Refund {
  refundId: string
  outRefundNo: string
  transactionId: string
  outTradeNo: string
  status: RefundStatus
  /** Where the money goes: `招商银行信用卡0403`. */
  userReceivedAccount?: string
  /** ORIGINAL, BALANCE, OTHER_BALANCE or OTHER_BANKCARD; not in callbacks. */
  channel?: string
  /** Not in callbacks. */
  createTime?: string
  successTime?: string
  amount: RefundAmount
}

/** The refund of a callback, which also names the merchant it is for. */
export type RefundNotice = Refund & { mchid: string }

interface NotificationEnvelope {
  /** The callback's own id, the same in each of its up to 15 deliveries. */
  id: string
  /** `TRANSACTION.SUCCESS`, `REFUND.SUCCESS`, `REFUND.ABNORMAL`, `REFUND.CLOSED` */
  eventType: string
  createTime?: string
  summary?: string
}

/** A callback that WeChat Pay signed and sealed for this merchant. */
export type PayNotification =
  | (NotificationEnvelope & { kind: 'transaction'; resource: Transaction })
  | (NotificationEnvelope & { kind: 'refund'; resource: RefundNotice })

/** How closing ended. `paid`: money came first, so ask for the transaction; `unknown-order`: WeChat never had this order. */
export type CloseOutcome = 'closed' | 'paid' | 'unknown-order'
