import { randomBytes, randomInt } from 'node:crypto'

const NONCE_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Letters and digits, as WeChat's nonces are. */
export function nonce(length = 32): string {
  return Array.from(randomBytes(length), (byte) => NONCE_ALPHABET[byte % NONCE_ALPHABET.length]).join('')
}

export function digits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('')
}

function beijingDigits(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().replace(/\D/g, '')
}

/** `wx` + Beijing time to the millisecond + 17 hex digits: 36 characters, like the real ones. */
export function newPrepayId(now: number): string {
  return `wx${beijingDigits(now)}${randomBytes(9).toString('hex').slice(0, 17)}`
}

/** 28 digits that start with 42000, then the day paid. */
export function newTransactionId(now: number): string {
  return `42000${digits(5)}${beijingDigits(now).slice(0, 8)}${digits(10)}`
}

/** 29 digits that start with 503. */
export function newRefundId(now: number): string {
  return `503${digits(8)}${beijingDigits(now).slice(0, 8)}${digits(10)}`
}

/** The id WeChat's server APIs end each error message with: ` rid: xxxxxxxx-xxxxxxxx-xxxxxxxx`. */
export function newRid(): string {
  const word = () => randomBytes(4).toString('hex')
  return `${word()}-${word()}-${word()}`
}
