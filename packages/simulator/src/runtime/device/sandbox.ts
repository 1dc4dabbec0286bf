export interface Person {
  id: string
  name: string
}

export type Address = Record<string, string> & { userName: string; telNumber: string }
export type InvoiceTitle = Record<string, string> & { title: string; type: string }

/** GCJ-02 degrees, metres. */
export interface Position {
  latitude: number
  longitude: number
  accuracy?: number
}

/** What `wx.requestPayment` was given, and who is paying. */
export interface PaymentOrder {
  appid: string
  person: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

/** What the payment sheet shows. `total` is fen. */
export interface PaymentSheet {
  merchantName: string
  description: string
  total: number
  outTradeNo: string
  payerName: string
}

/** Which payment `weappOrderConfirm` is about, and who asks. */
export interface ReceiptOrder {
  appid: string
  person: string
  transaction_id?: string
  merchant_id?: string
  merchant_trade_no?: string
}

/** What WeChat's component for confirming receipt shows. `total` is fen; `problem`: why it cannot be confirmed. */
export interface ReceiptSheet {
  description: string
  total: number
  parcels: number
  problem: string | null
}

/** `errMsg` is what `wx.requestPayment` reports, `reason` the sentence the phone shows. */
export interface PaymentFailure {
  result: 'failed'
  errMsg: string
  reason: string
}

export type PreviewAnswer = { result: 'sheet'; sheet: PaymentSheet } | PaymentFailure

export type PayAnswer =
  | { result: 'ok' }
  | { result: 'cancelled' }
  | { result: 'wrong-password'; attemptsLeft: number }
  | { result: 'locked'; lockedUntil: string }
  | PaymentFailure

/** WeChat refused, with the sentence it says. */
export class WechatRefusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** The phone's line to WeChat, and the panel's to its control room. */
export class Sandbox {
  people = () => this.get<Person[]>('/~device/people')
  addresses = (person: string) => this.get<Address[]>(`/~device/people/${person}/addresses`)
  invoiceTitles = (person: string) => this.get<InvoiceTitle[]>(`/~device/people/${person}/invoice-titles`)
  location = (person: string) => this.get<Position>(`/~device/people/${person}/location`)
  login = (appid: string, person: string) => this.post<{ code: string }>('/~device/login', { appid, person })
  phoneNumber = (appid: string, person: string) =>
    this.post<{ code: string }>('/~device/phone-number', { appid, person })
  subscribe = (appid: string, person: string, answers: Record<string, 'accept' | 'reject'>) =>
    this.post<object>('/~device/subscriptions', { appid, person, answers })
  preview = (order: PaymentOrder) => this.post<PreviewAnswer>('/~device/payments/preview', order)
  pay = (order: PaymentOrder, password: string) => this.post<PayAnswer>('/~device/payments/pay', { ...order, password })
  receipt = (order: ReceiptOrder) => this.post<ReceiptSheet>('/~device/receipts/preview', order)
  confirmReceipt = (order: ReceiptOrder) => this.post<object>('/~device/receipts/confirm', order)
  cancel = (order: PaymentOrder) => this.post<object>('/~device/payments/cancel', order)

  control = {
    get: <T>(path: string) => this.get<T>(`/~control/${path}`),
    post: <T>(path: string, body: unknown = {}) => this.post<T>(`/~control/${path}`, body),
  }

  private get<T>(path: string): Promise<T> {
    return fetch(path).then((answer) => read<T>(answer))
  }

  private post<T>(path: string, body: unknown): Promise<T> {
    return fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => read<T>(answer))
  }
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  const body = text ? (JSON.parse(text) as T & { message?: string }) : ({} as never)
  if (answer.ok) return body
  throw new WechatRefusal(body.message ?? `HTTP ${answer.status}`, answer.status)
}
