import { createCipheriv } from 'node:crypto'
import { nonce } from '../state/ids'

/** AEAD_AES_256_GCM as WeChat Pay writes it: 12-byte nonce, base64 of ciphertext followed by the 16-byte tag. */
export interface EncryptedResource {
  algorithm: 'AEAD_AES_256_GCM'
  ciphertext: string
  associated_data: string
  nonce: string
}

export function encryptResource(plaintext: string, apiV3Key: string, associatedData: string): EncryptedResource {
  const nonceStr = nonce(12)
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonceStr).setAAD(Buffer.from(associatedData))
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    associated_data: associatedData,
    nonce: nonceStr,
  }
}
