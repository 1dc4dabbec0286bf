import { capture, unpayable } from '../pay/capture'
import { openidOf, type Person } from '../state/people'
import type { PaymentAttempt, PayOrder } from '../state/records'
import type { World } from '../world'
import { type PaymentRequest, readPaymentRequest } from './payment-request'

const PREPAY_LIFE_MS = 2 * 3_600_000
const MAX_WRONG_PASSWORDS = 5
const LOCK_MS = 3 * 3_600_000
const DEFAULT_PASSWORD = '123456'

/** What the payment sheet shows. `total` is fen. */
export interface PaymentSheet {
  merchantName: string
  description: string
  total: number
  currency: 'CNY'
  outTradeNo: string
  payerName: string
}

/** `errMsg` is what `wx.requestPayment` reports to the Mini Program; `reason` is the sentence the phone shows. */
export interface PaymentFailure {
  result: 'failed'
  errMsg: string
  reason: string
}

export type PreviewAnswer = { result: 'sheet'; sheet: PaymentSheet } | PaymentFailure

export type PayAnswer =
  | { result: 'ok'; errMsg: 'requestPayment:ok' }
  | { result: 'cancelled'; errMsg: 'requestPayment:fail cancel' }
  | { result: 'wrong-password'; attemptsLeft: number }
  | { result: 'locked'; lockedUntil: string }
  | PaymentFailure

interface Payable {
  order: PayOrder
  person: Person
}

/** The phone's side of a payment: the sheet, the password, the money. */
export class Cashier {
  private readonly wrongPasswords = new Map<string, number>()
  private readonly lockedUntil = new Map<string, number>()
  private readonly cancelled = new Set<string>()

  constructor(private readonly world: World) {}

  /** Opens the sheet, if WeChat would. */
  preview(request: PaymentRequest): PreviewAnswer {
    const payable = this.open(request)
    if ('result' in payable) return payable
    const { order, person } = payable
    this.cancelled.delete(order.outTradeNo)
    const merchantName = this.world.options.merchant.name ?? '小铺'
    const { description, total, outTradeNo } = order
    return {
      result: 'sheet',
      sheet: { merchantName, description, total, currency: 'CNY', outTradeNo, payerName: person.name },
    }
  }

  /** The password was typed. Checks everything again: the order may have changed since the sheet opened. */
  pay(request: PaymentRequest, password: string): PayAnswer {
    const payable = this.open(request)
    if ('result' in payable) return payable
    const { order, person } = payable
    if (this.cancelled.delete(order.outTradeNo)) return CANCELLED
    const refused = this.checkPassword(person, password, order)
    if (refused) return refused
    const scripted = this.world.mishaps.takePayment()
    if (!scripted || scripted.charged) capture(this.world, order, person.id)
    if (scripted?.say === 'cancel') return CANCELLED
    if (scripted?.say === 'fail') return failure('系统繁忙，请稍后再试')
    return { result: 'ok', errMsg: 'requestPayment:ok' }
  }

  /** The shopper closed the sheet. The order stays as it is: WeChat forgets that this happened. */
  cancel(request: PaymentRequest): PayAnswer {
    const payable = this.open(request)
    if ('result' in payable) return payable
    this.record({ outTradeNo: payable.order.outTradeNo, by: payable.person.id, outcome: 'cancelled' })
    return CANCELLED
  }

  /** Closes an open sheet from outside: the next `pay` for the order answers that it was cancelled. */
  cancelFromOutside(order: PayOrder): void {
    this.cancelled.add(order.outTradeNo)
    this.record({ outTradeNo: order.outTradeNo, by: 'control', outcome: 'cancelled' })
  }

  reset(): void {
    this.wrongPasswords.clear()
    this.lockedUntil.clear()
    this.cancelled.clear()
  }

  private open(request: PaymentRequest): Payable | PaymentFailure {
    const { options, clock, ledger, people } = this.world
    const person = people.find(request.person)
    if (!person) return failure('没有这个人')
    if (request.appid !== options.appid) return failure('appid 不存在')
    const read = readPaymentRequest(request, options.merchant, clock.now())
    if ('fault' in read) return failure(read.fault)
    const order = ledger.orderOfPrepay(read.prepayId)
    const prepay = order?.prepays.find(({ id }) => id === read.prepayId)
    if (!order || !prepay) return failure('商家订单信息有误，请重新下单支付')
    if (clock.now() - prepay.issuedAt >= PREPAY_LIFE_MS)
      return this.refuse(order, person, '预支付交易会话已过期，请重新下单')
    const reason = unpayable(order, clock.now())
    if (reason) return this.refuse(order, person, reason)
    if (openidOf(person.id, request.appid) !== order.openid)
      return this.refuse(order, person, '下单账号与支付账号不一致，请核实后再支付')
    return { order, person }
  }

  private refuse(order: PayOrder, person: Person, reason: string): PaymentFailure {
    this.record({ outTradeNo: order.outTradeNo, by: person.id, outcome: 'refused', detail: reason })
    return failure(reason)
  }

  /** Five wrong passwords lock the person's wallet for three hours. */
  private checkPassword(person: Person, password: string, order: PayOrder): PayAnswer | undefined {
    const now = this.world.clock.now()
    const lockedUntil = this.lockedUntil.get(person.id) ?? 0
    if (now < lockedUntil) return { result: 'locked', lockedUntil: new Date(lockedUntil).toISOString() }
    if (password === (this.world.options.paymentPassword ?? DEFAULT_PASSWORD)) {
      this.wrongPasswords.delete(person.id)
      return undefined
    }
    const wrong = (this.wrongPasswords.get(person.id) ?? 0) + 1
    this.wrongPasswords.set(person.id, wrong)
    if (wrong < MAX_WRONG_PASSWORDS) {
      this.record({ outTradeNo: order.outTradeNo, by: person.id, outcome: 'wrong-password' })
      return { result: 'wrong-password', attemptsLeft: MAX_WRONG_PASSWORDS - wrong }
    }
    this.wrongPasswords.delete(person.id)
    this.lockedUntil.set(person.id, now + LOCK_MS)
    this.record({ outTradeNo: order.outTradeNo, by: person.id, outcome: 'locked' })
    return { result: 'locked', lockedUntil: new Date(now + LOCK_MS).toISOString() }
  }

  private record(attempt: Omit<PaymentAttempt, 'at'>): void {
    this.world.ledger.payments.push({ at: this.world.clock.now(), ...attempt })
    this.world.ledger.save()
  }
}

const CANCELLED: PayAnswer = { result: 'cancelled', errMsg: 'requestPayment:fail cancel' }

function failure(reason: string): PaymentFailure {
  return { result: 'failed', errMsg: `requestPayment:fail ${reason}`, reason }
}
