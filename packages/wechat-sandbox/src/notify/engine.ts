import { randomUUID } from 'node:crypto'
import type { Callback, CallbackAttempt } from '../state/records'
import type { World } from '../world'
import { type Letter, writeLetter } from './letter'
import type { NextCallback } from './misbehaviour'
import { post, routeOf } from './postman'
import { WECHAT_RETRY_DELAYS_MS } from './schedule'

const DEFAULT_TIMEOUT_MS = 5_000

/** What happened that the merchant is to be told of. */
export type Announcement = Pick<Callback, 'event' | 'outTradeNo' | 'outRefundNo' | 'notifyUrl' | 'summary' | 'resource'>

/** Which key callbacks are signed with; a merchant that is changing over must accept both. */
export type CallbackSigner = 'public-key' | 'certificate'

/** Tells the merchant, again and again by WeChat's schedule, until it answers 200 or 204. */
export class CallbackEngine {
  signer: CallbackSigner = 'public-key'
  private next: NextCallback[] = []
  private readonly cancelPlanned = new Map<string, () => void>()
  private readonly lastLetters = new Map<string, Letter>()

  constructor(private readonly world: Omit<World, 'callbacks' | 'cashier'>) {}

  /** Queues what the next callbacks do, in order; after that they are simply delivered. */
  plan(next: NextCallback[]): void {
    this.next.push(...next)
  }

  announce(announcement: Announcement): void {
    const { clock, ledger } = this.world
    const behaviour = this.next.shift() ?? { do: 'deliver' }
    const now = clock.now()
    const held = [...ledger.callbacks.values()].filter((other) => other.state === 'held')
    const callback: Callback = { ...announcement, id: randomUUID(), createdAt: now, state: 'pending', attempts: [] }
    ledger.callbacks.set(callback.id, callback)
    if (behaviour.do === 'lose') callback.state = 'lost'
    else if (behaviour.do === 'reorder') callback.state = 'held'
    else this.planAttempt(callback, now + (behaviour.do === 'delay' ? behaviour.ms : 0), behaviour, held)
    ledger.save()
  }

  /** Sends everything still undelivered at once: waiting retries, delayed and held-back callbacks. */
  deliverNow(): void {
    for (const callback of this.world.ledger.callbacks.values()) {
      if (callback.state === 'pending' && callback.nextAttemptAt === undefined) continue
      if (callback.state === 'pending' || callback.state === 'held') this.planAttempt(callback, this.world.clock.now())
    }
  }

  /** Takes up what a restart interrupted. */
  resume(): void {
    for (const callback of this.world.ledger.callbacks.values())
      if (callback.state === 'pending') this.planAttempt(callback, callback.nextAttemptAt ?? this.world.clock.now())
  }

  /**
   * Sends the last letter of a callback once more, byte for byte: what an eavesdropper could do.
   *
   * @returns the attempt, or undefined when the callback has not been sent since the sandbox started.
   */
  async replay(id: string): Promise<CallbackAttempt | undefined> {
    const callback = this.world.ledger.callbacks.get(id)
    const letter = this.lastLetters.get(id)
    return callback && letter ? this.send(callback, letter, 'replay') : undefined
  }

  reset(): void {
    this.next = []
    this.signer = 'public-key'
    this.cancelPlanned.clear()
    this.lastLetters.clear()
  }

  private planAttempt(
    callback: Callback,
    at: number,
    behaviour: NextCallback = { do: 'deliver' },
    after: Callback[] = [],
  ) {
    this.cancelPlanned.get(callback.id)?.()
    callback.state = 'pending'
    callback.nextAttemptAt = at
    const cancel = this.world.agenda.at(at, async () => {
      this.cancelPlanned.delete(callback.id)
      await this.attempt(callback, behaviour)
      for (const held of after) if (held.state === 'held') this.planAttempt(held, this.world.clock.now())
    })
    this.cancelPlanned.set(callback.id, cancel)
  }

  private async attempt(callback: Callback, behaviour: NextCallback): Promise<void> {
    callback.nextAttemptAt = undefined
    const copies = behaviour.do === 'duplicate' ? (behaviour.copies ?? 1) : 0
    const together = behaviour.do === 'duplicate' && behaviour.together === true
    const attempts: CallbackAttempt[] = []
    const sendCopy = async (copy: number) => {
      const name = copy > 0 ? 'duplicate' : nameOf(behaviour)
      attempts.push(await this.send(callback, this.write(callback, behaviour), name))
    }
    if (together) await Promise.all(Array.from({ length: copies + 1 }, (_, copy) => sendCopy(copy)))
    else for (let copy = 0; copy <= copies; copy++) await sendCopy(copy)
    this.conclude(callback, attempts.some(accepted))
  }

  private conclude(callback: Callback, delivered: boolean): void {
    const { options, clock, ledger } = this.world
    if (!ledger.callbacks.has(callback.id)) return
    const delays = options.notifyRetryDelaysMs ?? WECHAT_RETRY_DELAYS_MS
    const refusals = callback.attempts.filter(({ sent }) => sent !== 'replay' && sent !== 'duplicate').length
    const delay = delays[refusals - 1]
    if (delivered) callback.state = 'delivered'
    else if (delay === undefined) callback.state = 'abandoned'
    else this.planAttempt(callback, clock.now() + delay / (options.notifySpeed ?? 1))
    ledger.save()
  }

  private write(callback: Callback, behaviour: NextCallback): Letter {
    const { platform, options, clock } = this.world
    const serial = this.signer === 'certificate' ? platform.public.certificateSerial : platform.public.publicKeyId
    const context = { platform, serial, apiV3Key: options.merchant.apiV3Key, now: clock.now() }
    return writeLetter(callback, behaviour, context)
  }

  private async send(callback: Callback, letter: Letter, sent: string): Promise<CallbackAttempt> {
    const { options, clock, ledger } = this.world
    this.lastLetters.set(callback.id, letter)
    const attempt: CallbackAttempt = { at: clock.now(), sent }
    const route = routeOf(callback.notifyUrl, options.routes)
    Object.assign(attempt, await post(letter, route, options.notifyTimeoutMs ?? DEFAULT_TIMEOUT_MS))
    callback.attempts.push(attempt)
    ledger.save()
    return attempt
  }
}

function accepted(attempt: CallbackAttempt): boolean {
  return attempt.status === 200 || attempt.status === 204
}

/** Delay and duplication change when and how often, not what is sent. */
function nameOf(behaviour: NextCallback): string {
  return ['deliver', 'delay', 'duplicate', 'reorder'].includes(behaviour.do) ? 'genuine' : behaviour.do
}
