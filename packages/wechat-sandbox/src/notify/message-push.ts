import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { nonce } from '../state/ids'
import type { World } from '../world'
import { post, routeOf } from './postman'

/** How the Mini Program has set up its message push: always secure mode, in JSON. */
export interface MessagePushSettings {
  /** Where it is reached; `routes` leads there. */
  url: string
  token: string
  /** 43 characters. */
  encodingAesKey: string
}

/** One event and every time it was sent. */
export interface Push {
  event: string
  body: Record<string, unknown>
  attempts: { at: number; status?: number; error?: string }[]
  taken: boolean
}

const BLOCK = 32
/** WeChat tries three times more when it is not answered within 5 s. */
const RETRIES = 3
const PAUSE_MS = 5_000

/** Tells the merchant's server what happened in the Mini Program. Without settings nobody is told. */
export class MessagePushes {
  readonly sent: Push[] = []
  private lost = 0

  constructor(private readonly world: Pick<World, 'options' | 'clock' | 'agenda'>) {}

  push(event: string, facts: Record<string, unknown>): void {
    if (!this.world.options.messagePush) return
    const CreateTime = Math.floor(this.world.clock.now() / 1000)
    const names = { ToUserName: 'gh_sandbox', FromUserName: 'oSandboxPlatform' }
    const body = { ...names, CreateTime, MsgType: 'event', Event: event, ...facts }
    const push: Push = { event, body, attempts: [], taken: false }
    this.sent.push(push)
    if (this.lost > 0) this.lost -= 1
    else this.plan(push, this.world.clock.now())
  }

  /** The next ones are lost on their way, with every retry. */
  lose(count: number): void {
    this.lost += count
  }

  reset(): void {
    this.sent.length = 0
    this.lost = 0
  }

  /** Sends what was sent once more, sealed anew, as WeChat does when an answer was lost. */
  again(push: Push): void {
    this.plan(push, this.world.clock.now())
  }

  private plan(push: Push, at: number): void {
    this.world.agenda.at(at, () => this.attempt(push))
  }

  private async attempt(push: Push): Promise<void> {
    const { options, clock } = this.world
    const settings = options.messagePush!
    const { query, body } = sealed(settings, options.appid, push.body, clock.now())
    const route = routeOf(settings.url, options.routes)
    const letter = { headers: { 'content-type': 'application/json' }, body }
    const { status, body: answer, error } = await post(letter, route && `${route}?${query}`, 5_000)
    push.attempts.push({ at: clock.now(), status, error })
    push.taken ||= status === 200 && (answer === 'success' || answer === '')
    if (!push.taken && push.attempts.length <= RETRIES) this.plan(push, clock.now() + PAUSE_MS)
  }
}

function sealed({ token, encodingAesKey }: MessagePushSettings, appid: string, message: object, now: number) {
  const text = Buffer.from(JSON.stringify(message))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)])
  const missing = BLOCK - (plain.length % BLOCK)
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const Encrypt = Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64')
  const timestamp = String(Math.floor(now / 1000))
  const once = nonce(10)
  const sign = (...parts: string[]) =>
    createHash('sha1')
      .update([token, ...parts].sort().join(''))
      .digest('hex')
  const query = new URLSearchParams({
    ...{ signature: sign(timestamp, once), timestamp, nonce: once, encrypt_type: 'aes' },
    msg_signature: sign(timestamp, once, Encrypt),
  })
  return { query, body: JSON.stringify({ ToUserName: 'gh_sandbox', Encrypt }) }
}
