import { receive, unreceivable } from '../device/receipt'
import type { CallbackSigner } from '../notify/engine'
import type { Push } from '../notify/message-push'
import { type NextCallbackInput, readNextCallback } from '../notify/misbehaviour'
import type { ConfirmedBy } from '../notify/settlement'
import { capture, unpayable } from '../pay/capture'
import { settleRefund } from '../pay/refund-desk'
import type { ParcelStatus } from '../server-api/express'
import type { MediaSuggestion } from '../server-api/media-check'
import { openidOf } from '../state/people'
import type {
  Callback,
  CallbackAttempt,
  PaymentAttempt,
  PayOrder,
  PayRefund,
  RefundOutcome,
  ShippingRecord,
} from '../state/records'
import type { SubscribeMessage } from '../state/subscriptions'
import type { World } from '../world'
import type { Mishap, NextPayment } from './mishaps'

const OUTCOMES: readonly RefundOutcome[] = ['SUCCESS', 'ABNORMAL', 'CLOSED']

/** The control API cannot do what it was asked; `status` is its HTTP status. */
export class ControlError extends Error {
  override readonly name = 'ControlError'

  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message)
  }
}

/**
 * The hand above the sandbox: looks at everything, pays without a phone, and says what goes wrong next. The HTTP API
 * under `/control` has the same methods.
 */
export class Control {
  constructor(private readonly world: World) {}

  /** Amounts in fen, times in epoch ms; copies, so that looking changes nothing. */
  orders(): PayOrder[] {
    return structuredClone([...this.world.ledger.orders.values()])
  }

  /** What was told of how orders were sent, by out_trade_no, every upload with it. */
  shippings(): Record<string, ShippingRecord> {
    const told = this.orders().flatMap(({ outTradeNo, shipping }) => (shipping ? [[outTradeNo, shipping]] : []))
    return Object.fromEntries(told)
  }

  /**
   * The shopper says in WeChat that everything has arrived, or (`wechat`) WeChat takes it so, nobody having said anything.
   *
   * @throws ControlError 404 no such order, 409 not everything was sent, or it went back.
   */
  receive(outTradeNo: string, by: ConfirmedBy = 'shopper'): void {
    const order = this.order(outTradeNo)
    const reason = unreceivable(this.world, order)
    if (reason) throw new ControlError(409, reason)
    receive(this.world, order, by)
  }

  payments(): PaymentAttempt[] {
    return structuredClone(this.world.ledger.payments)
  }

  refunds(): PayRefund[] {
    return structuredClone([...this.world.ledger.refunds.values()])
  }

  /** Subscribe messages that reached a phone, the oldest first. */
  messages(): SubscribeMessage[] {
    return structuredClone(this.world.subscriptions.messages)
  }

  /** Every callback with every attempt: what was sent, when, and what the merchant answered. */
  callbacks(): Callback[] {
    return structuredClone([...this.world.ledger.callbacks.values()])
  }

  /**
   * Pays an order without a phone.
   *
   * @throws ControlError 404 no such order, 409 it is paid, closed or expired.
   */
  approve(outTradeNo: string): void {
    const order = this.order(outTradeNo)
    const reason = unpayable(order, this.world.clock.now())
    if (reason) throw new ControlError(409, reason)
    capture(this.world, order, 'control')
  }

  /**
   * Closes the shopper's open payment sheet; the order stays NOTPAY, as after a real cancel.
   *
   * @throws ControlError 404 no such order, 409 it cannot be paid any more.
   */
  cancel(outTradeNo: string): void {
    const order = this.order(outTradeNo)
    const reason = unpayable(order, this.world.clock.now())
    if (reason) throw new ControlError(409, reason)
    this.world.cashier.cancelFromOutside(order)
  }

  /** What the next callbacks do, one entry each, in order. @throws ControlError 400 unknown behaviour. */
  nextCallbacks(next: readonly NextCallbackInput[]): void {
    this.world.callbacks.plan(orRefuse(() => next.map(readNextCallback)))
  }

  /** What the shopper's phone says after the next payments, and whether they were really charged. */
  nextPayments(next: readonly NextPayment[]): void {
    const known = next.every(
      ({ say, charged }) => ['ok', 'fail', 'cancel'].includes(say) && typeof charged === 'boolean',
    )
    if (!known) throw new ControlError(400, 'each entry is { say: ok | fail | cancel, charged: boolean }')
    this.world.mishaps.planPayments([...next])
  }

  /** How the next refunds that settle by themselves end; after that, SUCCESS. */
  nextRefunds(next: readonly RefundOutcome[]): void {
    next.forEach(checkOutcome)
    this.world.mishaps.planRefundOutcomes([...next])
  }

  /** Scripts the next answers of one endpoint. @throws ControlError 400 unknown endpoint. */
  fail(mishap: Mishap): void {
    orRefuse(() => this.world.mishaps.fail(mishap))
  }

  /**
   * Ends a refund now. An ABNORMAL one may be settled again, as after it was dealt with by hand.
   *
   * @throws ControlError 404 no such refund, 409 already SUCCESS or CLOSED.
   */
  settleRefund(outRefundNo: string, outcome: RefundOutcome): void {
    checkOutcome(outcome)
    const refund = this.world.ledger.refunds.get(outRefundNo)
    if (!refund) throw new ControlError(404, `no such refund: ${outRefundNo}`)
    if (refund.status === 'SUCCESS' || refund.status === 'CLOSED')
      throw new ControlError(409, `refund is ${refund.status}`)
    settleRefund(this.world, refund, outcome)
  }

  /** Where a parcel is from now on (1 collected … 4 signed, 5 trouble); unscripted, it travels by itself. @throws ControlError 400 */
  moveParcel(waybillId: string, status: ParcelStatus): void {
    if (![0, 1, 2, 3, 4, 5, 6].includes(status)) throw new ControlError(400, 'a status is 0 to 6')
    this.world.parcels.move(waybillId, status)
  }

  /** Which key the next callbacks are signed with: a merchant changing over must accept both. */
  signCallbacksWith(signer: CallbackSigner): void {
    if (signer !== 'public-key' && signer !== 'certificate') throw new ControlError(400, 'public-key or certificate')
    this.world.callbacks.signer = signer
  }

  /** Sends everything undelivered at once, held-back and delayed callbacks too; resolves when answered. */
  async deliverNow(): Promise<void> {
    this.world.callbacks.deliverNow()
    await this.whenIdle()
  }

  /** Sends the last letter of a callback again, byte for byte. @throws ControlError 404 never sent. */
  async replay(callbackId: string): Promise<CallbackAttempt> {
    const attempt = await this.world.callbacks.replay(callbackId)
    if (!attempt) throw new ControlError(404, `callback was never sent: ${callbackId}`)
    return attempt
  }

  /** Resolves when nothing is in flight and nothing is due. Retries planned for later do not count. */
  whenIdle(): Promise<void> {
    return this.world.agenda.whenIdle()
  }

  /** WeChat's time, epoch ms. */
  now(): number {
    return this.world.clock.now()
  }

  /** Every event that was pushed, with every attempt. */
  pushes(): Push[] {
    return structuredClone(this.world.pushes.sent)
  }

  /**
   * A person takes back what they granted (授权管理, in WeChat's settings): 2 addresses, 3 fapiao titles, 6 and 19 nickname, 6 and 20
   * avatar, 8 telephone number, 14 chosen pictures. `cancellation`: they have ended their account.
   *
   * @throws ControlError 404 no such person
   */
  revoke(personId: string, what: readonly string[] | 'cancellation' | 'modified'): void {
    const { people, options, pushes } = this.world
    if (!people.find(personId)) throw new ControlError(404, `no such person: ${personId}`)
    const who = { OpenID: openidOf(personId, options.appid), AppID: options.appid }
    if (what === 'cancellation') pushes.push('user_authorization_cancellation', who)
    else if (what === 'modified') pushes.push('user_info_modified', who)
    else for (const RevokeInfo of what) pushes.push('user_authorization_revoke', { ...who, RevokeInfo })
  }

  /** Tells of something that is not on record here, as it was given. */
  pushEvent(event: string, facts: Record<string, unknown>): void {
    this.world.pushes.push(event, facts)
  }

  /** The next events never arrive, and are not tried again: as many as `count`. */
  losePushes(count = 1): void {
    this.world.pushes.lose(count)
  }

  /** Sends the last event once more. @throws ControlError 404 none was sent */
  repeatPush(): void {
    const last = this.world.pushes.sent.at(-1)
    if (!last) throw new ControlError(404, 'nothing was pushed')
    this.world.pushes.again(last)
  }

  /** What comes of the next pictures that are to be looked at; after that, pass. */
  nextMediaChecks(next: readonly MediaSuggestion[]): void {
    const isKnown = next.every((suggestion) => ['pass', 'review', 'risky'].includes(suggestion))
    if (!isKnown) throw new ControlError(400, 'each is pass, review or risky')
    this.world.mishaps.planMediaSuggestions([...next])
  }

  /** Moves WeChat's clock forward and does everything that falls due on the way, in order. */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new ControlError(400, 'time only moves forward')
    await this.world.agenda.advance(ms)
  }

  /** Makes every access token fail with 40001. */
  revokeAccessTokens(): void {
    this.world.tokens.revokeAll()
  }

  /** Forgets orders, codes, tokens, scripts and the advanced time; people and keys stay. */
  async reset(): Promise<void> {
    const { agenda, ledger, mishaps, callbacks, cashier, tokens, parcels, subscriptions, clock } = this.world
    const { loginCodes, phoneCodes, pushes } = this.world
    agenda.clear()
    await agenda.whenIdle()
    agenda.clear()
    ledger.clear()
    for (const room of [mishaps, callbacks, cashier, tokens, parcels, subscriptions, pushes, clock]) room.reset()
    loginCodes.clear()
    phoneCodes.clear()
  }

  private order(outTradeNo: string): PayOrder {
    const order = this.world.ledger.orders.get(outTradeNo)
    if (!order) throw new ControlError(404, `no such order: ${outTradeNo}`)
    return order
  }
}

function checkOutcome(outcome: RefundOutcome): void {
  if (!OUTCOMES.includes(outcome)) throw new ControlError(400, `a refund ends as one of ${OUTCOMES.join(', ')}`)
}

/** A script that names something unknown is the caller's mistake, not a bug of the sandbox. */
function orRefuse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(400, error.message)
    throw error
  }
}
