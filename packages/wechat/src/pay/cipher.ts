import { createDecipheriv } from 'node:crypto'
import { WechatConfigError } from '../config-error'

const TAG_BYTES = 16
const NONCE_BYTES = 12

/** An `AEAD_AES_256_GCM` envelope as callbacks and `/v3/certificates` carry it. */
export interface Sealed {
  /** Base64 of ciphertext ‖ 16-byte tag. */
  ciphertext: string
  nonce: string
  associatedData: string
}

/**
 * The APIv3 key as bytes.
 *
 * @throws WechatConfigError unless it is 32 bytes long: shorter keys would choose another cipher or fail at the first callback
 */
export function readApiV3Key(apiV3Key: string): Buffer {
  const key = Buffer.from(apiV3Key, 'utf8')
  if (key.byteLength !== 32) throw new WechatConfigError('apiV3Key', `must be 32 bytes long, is ${key.byteLength}`)
  return key
}

/** Opens an envelope. Throws unless the tag holds, so that what comes back was sealed by someone who has the key. */
export function openSealed(key: Buffer, { ciphertext, nonce, associatedData }: Sealed): string {
  const sealed = Buffer.from(ciphertext, 'base64')
  const iv = Buffer.from(nonce, 'utf8')
  if (iv.byteLength !== NONCE_BYTES) throw new Error(`the nonce is ${iv.byteLength} bytes, not ${NONCE_BYTES}`)
  if (sealed.byteLength < TAG_BYTES) throw new Error('the ciphertext is shorter than its tag')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  decipher.setAAD(Buffer.from(associatedData, 'utf8'))
  // `final()` is what compares the tag; without it GCM decrypts anything.
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}
