import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { requireText, WechatConfigError } from '../config-error'
import type { Clock } from '../exchange'

/** What the message push of a Mini Program (开发管理 › 消息推送) is set up with. */
export interface MessagePushOptions {
  appid: string
  /** Token: 3 to 32 letters and digits. */
  token: string
  /** EncodingAESKey: 43 letters and digits. */
  encodingAesKey: string
  clock?: Clock
}

/** Of the address WeChat called. */
export type PushQuery = Record<string, string | undefined>

/** A message or event as WeChat wrote it, with the members all have. */
export interface PushedMessage {
  /** The same for every repeat of it. */
  id: string
  /** Lower case: `user_authorization_revoke`; of what is no event, its MsgType. */
  event: string
  createdAt: Date
  body: Record<string, unknown>
}

export type PushProblem = 'signature' | 'malformed' | 'other_app' | 'stale'

/** A call that is not WeChat's, or not for this Mini Program. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused'

  constructor(
    readonly reason: PushProblem,
    options?: ErrorOptions,
  ) {
    super(`pushed message refused: ${reason}`, options)
  }
}

export interface MessagePush {
  /**
   * What WeChat is answered when the address is entered: its `echostr`.
   *
   * @throws PushRefused `signature`
   */
  echo(query: PushQuery): string
  /**
   * A pushed message, verified and decrypted. Secure mode (安全模式) and JSON only: the signature of plain mode does not cover the body.
   *
   * @throws PushRefused
   */
  open(query: PushQuery, rawBody: Uint8Array): PushedMessage
}

/** WeChat tries three times more within seconds; what is older was recorded by somebody. */
const OLDEST_MS = 24 * 60 * 60_000
const MAX_BODY_BYTES = 256 * 1024
/** What an event is about: of whom, of which picture, of which payment. */
const ABOUT = ['OpenID', 'trace_id', 'RevokeInfo', 'transaction_id', 'merchant_trade_no', 'confirm_receive_time']
/** Random bytes, then the length: where the message begins. */
const HEAD = 20
const BLOCK = 32

/**
 * The receiving side of WeChat's message push.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 * @throws WechatConfigError for a key that cannot be one
 */
export function createMessagePush({ clock = Date.now, ...options }: MessagePushOptions): MessagePush {
  const appid = requireText('appid', options.appid)
  const token = requireText('token', options.token)
  const key = Buffer.from(`${options.encodingAesKey}=`, 'base64')
  if (!/^[0-9A-Za-z+/]{43}$/.test(options.encodingAesKey) || key.length !== 32) {
    throw new WechatConfigError('encodingAesKey', 'must be the 43 characters of EncodingAESKey')
  }

  const signatureOf = (...parts: string[]) =>
    createHash('sha1')
      .update([token, ...parts].sort().join(''))
      .digest('hex')

  function check(said: string | undefined, ...parts: (string | undefined)[]): void {
    if (said === undefined || parts.some((part) => part === undefined)) throw new PushRefused('signature')
    const [mine, theirs] = [Buffer.from(signatureOf(...(parts as string[]))), Buffer.from(said)]
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new PushRefused('signature')
  }

  function echo({ signature, timestamp, nonce, echostr }: PushQuery): string {
    check(signature, timestamp, nonce)
    if (echostr === undefined) throw new PushRefused('malformed')
    return echostr
  }

  function open({ msg_signature, timestamp, nonce }: PushQuery, rawBody: Uint8Array): PushedMessage {
    if (rawBody.length > MAX_BODY_BYTES) throw new PushRefused('malformed')
    const { Encrypt: sealed } = jsonOf(Buffer.from(rawBody).toString('utf8'))
    if (typeof sealed !== 'string') throw new PushRefused('malformed')
    check(msg_signature, timestamp, nonce, sealed)
    const { text, appid: theirs } = unseal(sealed)
    if (theirs !== appid) throw new PushRefused('other_app')
    const message = messageOf(jsonOf(text))
    if (Math.abs(clock() - message.createdAt.getTime()) > OLDEST_MS) throw new PushRefused('stale')
    return message
  }

  function unseal(sealed: string): { text: string; appid: string } {
    const plain = decrypted(sealed)
    const padding = plain.at(-1) ?? 0
    const isPadded = padding >= 1 && padding <= BLOCK && padding <= plain.length - HEAD
    if (!isPadded) throw new PushRefused('malformed')
    const end = plain.length - padding
    const length = plain.readUInt32BE(HEAD - 4)
    if (HEAD + length > end) throw new PushRefused('malformed')
    return {
      text: plain.subarray(HEAD, HEAD + length).toString('utf8'),
      appid: plain.subarray(HEAD + length, end).toString('utf8'),
    }
  }

  function decrypted(sealed: string): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
      const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()])
      if (plain.length > HEAD) return plain
    } catch (cause) {
      throw new PushRefused('malformed', { cause })
    }
    throw new PushRefused('malformed')
  }

  return { echo, open }
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    // Some of WeChat's own examples have blanks around their names.
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.trim(), member]))
  } catch {
    // Refused below: XML, too, since the push is to be set to JSON.
  }
  throw new PushRefused('malformed')
}

function messageOf(body: Record<string, unknown>): PushedMessage {
  const { MsgId, FromUserName, CreateTime, MsgType, Event } = body
  const kind = Event ?? MsgType
  if (typeof kind !== 'string' || !Number.isSafeInteger(Number(CreateTime))) throw new PushRefused('malformed')
  // Two events of one second have nothing but what they are about to tell them apart.
  const about = ABOUT.map((member) => body[member])
  const told = [FromUserName, CreateTime, kind, ...about]
  return {
    id: createHash('sha256')
      .update(JSON.stringify(MsgId ? [MsgId] : told))
      .digest('hex'),
    event: kind.toLowerCase(),
    createdAt: new Date(Number(CreateTime) * 1000),
    body,
  }
}
