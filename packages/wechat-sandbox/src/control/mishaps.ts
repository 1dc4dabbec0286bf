import type { SignatureFault } from '../pay/answer-signature'
import type { MediaSuggestion } from '../server-api/media-check'
import type { RefundOutcome } from '../state/records'

/** The calls whose answers can be scripted. */
export const ENDPOINTS = [
  'login.code2session',
  'token.stable',
  'phone.number',
  'message.subscribe',
  'content.text',
  'content.media',
  'express.trace',
  'express.query',
  'express.carriers',
  'shipping.upload',
  'shipping.order',
  'shipping.managed',
  'pay.jsapi',
  'pay.query',
  'pay.close',
  'refund.apply',
  'refund.query',
  'pay.certificates',
] as const

export type Endpoint = (typeof ENDPOINTS)[number]

/** What the next calls of one endpoint run into, after they have passed authentication. */
export interface Mishap {
  endpoint: Endpoint
  /** How many calls (default 1). */
  times?: number
  /** Real milliseconds before anything happens. */
  delayMs?: number
  /** HTTP status of a Pay v3 error (default 500). */
  status?: number
  /** Pay v3 error code, such as `SYSTEM_ERROR`. */
  code?: string
  /** Server API error code, such as `45011`. */
  errcode?: number
  message?: string
  /** `after`: the call is performed, and then answered with the error. Default `before`. */
  when?: 'before' | 'after'
  /** The connection breaks: `request` before anything is done, `answer` after it has been done. */
  drop?: 'request' | 'answer'
  /** The Pay v3 answer is true but its signature is not. */
  signature?: SignatureFault
}

/** What the phone says after the next payment, whatever happened to the money. */
export interface NextPayment {
  /** What the shopper's phone reports. */
  say: 'ok' | 'fail' | 'cancel'
  /** Whether the money really moved. */
  charged: boolean
}

/** The script of things to go wrong; each is used up once. */
export class Mishaps {
  private mishaps: Array<Mishap & { left: number }> = []
  private refundOutcomes: RefundOutcome[] = []
  private mediaSuggestions: MediaSuggestion[] = []
  private payments: NextPayment[] = []

  /** @throws RangeError for an endpoint that does not exist. */
  fail(mishap: Mishap): void {
    if (!ENDPOINTS.includes(mishap.endpoint))
      throw new RangeError(`unknown endpoint; use one of ${ENDPOINTS.join(', ')}`)
    this.mishaps.push({ ...mishap, left: mishap.times ?? 1 })
  }

  take(endpoint: Endpoint): Mishap | undefined {
    const mishap = this.mishaps.find((candidate) => candidate.endpoint === endpoint && candidate.left > 0)
    if (mishap) mishap.left -= 1
    return mishap
  }

  planMediaSuggestions(suggestions: MediaSuggestion[]): void {
    this.mediaSuggestions.push(...suggestions)
  }

  takeMediaSuggestion(): MediaSuggestion {
    return this.mediaSuggestions.shift() ?? 'pass'
  }

  planRefundOutcomes(outcomes: RefundOutcome[]): void {
    this.refundOutcomes.push(...outcomes)
  }

  takeRefundOutcome(): RefundOutcome {
    return this.refundOutcomes.shift() ?? 'SUCCESS'
  }

  planPayments(payments: NextPayment[]): void {
    this.payments.push(...payments)
  }

  takePayment(): NextPayment | undefined {
    return this.payments.shift()
  }

  reset(): void {
    this.mishaps = []
    this.refundOutcomes = []
    this.mediaSuggestions = []
    this.payments = []
  }
}
