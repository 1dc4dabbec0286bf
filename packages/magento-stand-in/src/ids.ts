import { createHash, randomBytes } from 'node:crypto'

/** Magento's uids are base64 of what the database calls the thing. */
export function uid(id: number | string): string {
  return Buffer.from(String(id)).toString('base64')
}
/** NaN for what is no uid of a number. */
export function fromUid(value: string): number {
  const text = Buffer.from(value, 'base64').toString()
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}
/** A masked cart id, a token: 32 characters that are a secret. */
export function secretId(): string {
  return randomBytes(16).toString('hex')
}
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
