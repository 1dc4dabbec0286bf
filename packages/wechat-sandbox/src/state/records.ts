/** One tap on 支付 (or a control call) and what came of it. */
export interface PaymentAttempt {
  /** Epoch ms. */
  at: number
  outTradeNo: string
  /** Person id, or `control` when no phone was involved. */
  by: string
  outcome: 'paid' | 'wrong-password' | 'locked' | 'cancelled' | 'refused'
  detail?: string
}

export interface Prepay {
  id: string
  /** Epoch ms; lives two hours. */
  issuedAt: number
}

/** One upload of shipping information, as it came. */
export interface ShippingUpload {
  /** Epoch ms. */
  at: number
  /** 1 express, 2 intra-city, 3 virtual, 4 picked up. */
  logisticsType: number
  /** 1 all in one, 2 split. */
  deliveryMode: number
  allDelivered: boolean
  parcels: Record<string, unknown>[]
}

/** What WeChat was told of how an order was sent. Times epoch ms. */
export interface ShippingRecord {
  logisticsType: number
  deliveryMode: number
  /** Of the last upload. */
  uploadTime: number
  parcels: Record<string, unknown>[]
  /** How often everything was told of: 2 after the one re-shipment WeChat allows. */
  finishedCount: number
  uploads: ShippingUpload[]
  /** When the shopper said that it arrived. */
  confirmedAt?: number
}

/** An order as WeChat Pay keeps it. Amounts are integer fen, times epoch ms. */
export interface PayOrder {
  outTradeNo: string
  mchid: string
  appid: string
  description: string
  attach?: string
  notifyUrl: string
  openid: string
  total: number
  /** When paying stops; passing it does not close the order. */
  expiresAt: number
  /** The first request without `time_expire`, to compare a repeated one with. */
  fingerprint: string
  /** As sent with the first request. */
  timeExpire?: string
  createdAt: number
  prepays: Prepay[]
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
  transactionId?: string
  paidAt?: number
  shipping?: ShippingRecord
}

export type RefundOutcome = 'SUCCESS' | 'ABNORMAL' | 'CLOSED'

/** A refund as WeChat Pay keeps it. Amounts are integer fen, times epoch ms. */
export interface PayRefund {
  refundId: string
  outRefundNo: string
  outTradeNo: string
  transactionId: string
  refund: number
  total: number
  notifyUrl?: string
  fundsAccount: string
  fingerprint: string
  status: 'PROCESSING' | RefundOutcome
  createdAt: number
  settledAt?: number
}

export type CallbackEvent = 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS' | 'REFUND.ABNORMAL' | 'REFUND.CLOSED'

/** One sending of a callback, whatever came back. */
export interface CallbackAttempt {
  /** Epoch ms. */
  at: number
  /** `genuine`, or the misbehaviour that was sent instead. */
  sent: string
  /** Where it really went, after `routes`. */
  url?: string
  /** HTTP status of the answer; absent when none came. */
  status?: number
  body?: string
  error?: string
}

/** A callback and the record of its attempts. */
export interface Callback {
  id: string
  event: CallbackEvent
  outTradeNo: string
  outRefundNo?: string
  notifyUrl: string
  summary: string
  /** What the ciphertext of a genuine attempt decrypts to. */
  resource: Record<string, unknown>
  createdAt: number
  /** `lost`: never to be sent. `abandoned`: every attempt of the schedule was refused. */
  state: 'pending' | 'held' | 'delivered' | 'lost' | 'abandoned'
  attempts: CallbackAttempt[]
  /** Epoch ms; absent when nothing more is planned. */
  nextAttemptAt?: number
}
