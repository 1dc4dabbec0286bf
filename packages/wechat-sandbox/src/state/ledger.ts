import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Callback, PaymentAttempt, PayOrder, PayRefund } from './records'

interface Snapshot {
  version: 1
  orders: PayOrder[]
  refunds: PayRefund[]
  callbacks: Callback[]
  payments: PaymentAttempt[]
}

/**
 * Everything WeChat Pay would remember. With a path it is written after every change, so that a demo's orders, its
 * refunds under way and its undelivered callbacks are still there after a restart.
 */
export class Ledger {
  readonly orders = new Map<string, PayOrder>()
  readonly refunds = new Map<string, PayRefund>()
  readonly callbacks = new Map<string, Callback>()
  payments: PaymentAttempt[] = []

  constructor(private readonly path?: string) {
    if (path === undefined || !existsSync(path)) return
    const snapshot = JSON.parse(readFileSync(path, 'utf8')) as Snapshot
    if (snapshot.version !== 1) throw new Error(`${path}: not a state file of this sandbox`)
    for (const order of snapshot.orders) this.orders.set(order.outTradeNo, order)
    for (const refund of snapshot.refunds) this.refunds.set(refund.outRefundNo, refund)
    for (const callback of snapshot.callbacks) this.callbacks.set(callback.id, callback)
    this.payments = snapshot.payments
  }

  orderOfPrepay(prepayId: string): PayOrder | undefined {
    return [...this.orders.values()].find((order) => order.prepays.some((prepay) => prepay.id === prepayId))
  }

  orderOfTransaction(transactionId: string): PayOrder | undefined {
    return [...this.orders.values()].find((order) => order.transactionId === transactionId)
  }

  refundsOf(outTradeNo: string): PayRefund[] {
    return [...this.refunds.values()].filter((refund) => refund.outTradeNo === outTradeNo)
  }

  clear(): void {
    this.orders.clear()
    this.refunds.clear()
    this.callbacks.clear()
    this.payments = []
    this.save()
  }

  /** Written beside and renamed: a crash leaves the previous state, never half a file. */
  save(): void {
    if (this.path === undefined) return
    const snapshot: Snapshot = {
      version: 1,
      orders: [...this.orders.values()],
      refunds: [...this.refunds.values()],
      callbacks: [...this.callbacks.values()],
      payments: this.payments,
    }
    mkdirSync(dirname(this.path), { recursive: true })
    writeFileSync(`${this.path}.next`, JSON.stringify(snapshot, null, 1))
    renameSync(`${this.path}.next`, this.path)
  }
}
