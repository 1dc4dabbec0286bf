import type { Clock } from '../exchange'
import { openSealed } from './cipher'
import { NotificationError, type NotificationErrorReason } from './errors'
import { readRefundNotice, readTransaction } from './resources'
import type { PayNotification } from './types'
import {
  type HeaderBag,
  type KeyLookup,
  type SignatureProblem,
  SignatureRefused,
  verifyWechatSignature,
} from './verification'
import { optionalWireText, parseWire, WireError, type WireObject, wireObject, wireText } from './wire'

/** Real callbacks are about 1 kB. */
const MAX_BODY_BYTES = 256 * 1024

export interface ReceivedNotification {
  headers: HeaderBag
  /** The body **as received**. One that was parsed and serialised again does not verify. */
  rawBody: string | Uint8Array
}

interface Receiver {
  apiV3Key: Buffer
  keyOf: KeyLookup
  clock: Clock
}

const REASONS: Record<SignatureProblem, NotificationErrorReason> = {
  'missing-headers': 'malformed',
  stale: 'stale',
  'unknown-serial': 'unknown-serial',
  probe: 'probe',
  signature: 'signature',
}

/** See `WechatPay.parseNotification`. */
export async function parseNotification(
  receiver: Receiver,
  { headers, rawBody }: ReceivedNotification,
): Promise<PayNotification> {
  const body = typeof rawBody === 'string' ? Buffer.from(rawBody, 'utf8') : Buffer.from(rawBody)
  if (body.byteLength > MAX_BODY_BYTES)
    throw new NotificationError('malformed', `the body exceeds ${MAX_BODY_BYTES} bytes`)
  try {
    await verifyWechatSignature(headers, body, receiver.keyOf, receiver.clock)
    return readNotification(receiver.apiV3Key, parseWire(body.toString('utf8')))
  } catch (error) {
    if (error instanceof SignatureRefused)
      throw new NotificationError(REASONS[error.problem], error.message, { cause: error })
    if (error instanceof WireError) throw new NotificationError('malformed', error.message, { cause: error })
    throw error
  }
}

function readNotification(apiV3Key: Buffer, wire: WireObject): PayNotification {
  const resource = wireObject(wire, 'resource')
  const algorithm = wireText(resource, 'algorithm')
  if (algorithm !== 'AEAD_AES_256_GCM') throw new WireError(`resource.algorithm is ${algorithm}`)
  const envelope = {
    id: wireText(wire, 'id'),
    eventType: wireText(wire, 'event_type'),
    createTime: optionalWireText(wire, 'create_time'),
    summary: optionalWireText(wire, 'summary'),
  }
  const kind = wireText(resource, 'original_type')
  if (kind !== 'transaction' && kind !== 'refund')
    throw new WireError(`resource.original_type "${kind}" is not handled`)
  const opened = parseWire(unseal(apiV3Key, resource))
  return kind === 'transaction'
    ? { ...envelope, kind, resource: readTransaction(opened) }
    : { ...envelope, kind, resource: readRefundNotice(opened) }
}

function unseal(apiV3Key: Buffer, resource: WireObject): string {
  const sealed = {
    ciphertext: wireText(resource, 'ciphertext'),
    nonce: wireText(resource, 'nonce'),
    associatedData: optionalWireText(resource, 'associated_data') ?? '',
  }
  try {
    return openSealed(apiV3Key, sealed)
  } catch (cause) {
    throw new NotificationError('decrypt', "the resource does not open: is apiV3Key this merchant's?", { cause })
  }
}
