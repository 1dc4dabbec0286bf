/** Version 1 at level M of ISO/IEC 18004: one block, read with 15 % of it spoilt. */
const DATA_CODEWORDS = 16
const CORRECTION_CODEWORDS = 10
/** Numeric mode, at version 1 a length of ten bits. */
const MODE = 0b0001
const BITS_OF = [0, 4, 7, 10] as const

/** The most digits that fit. */
const MOST_DIGITS = 34

/**
 * Digits as the bytes of a QR code, those that correct errors last.
 *
 * @throws RangeError for anything but up to 34 digits
 */
export function codewordsOf(digits: string): number[] {
  if (!/^\d+$/.test(digits) || digits.length > MOST_DIGITS) throw new RangeError('not up to 34 digits')
  const groups = digits.match(/\d{1,3}/g) ?? []
  let bits = binary(MODE, 4) + binary(digits.length, 10)
  for (const group of groups) bits += binary(Number(group), BITS_OF[group.length as 1 | 2 | 3])
  bits += '0'.repeat(Math.min(4, DATA_CODEWORDS * 8 - bits.length))
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0')
  const data = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  for (let pad = 0xec; data.length < DATA_CODEWORDS; pad ^= 0xec ^ 0x11) data.push(pad)
  return [...data, ...correctionOf(data)]
}

const binary = (value: number, length: number) => value.toString(2).padStart(length, '0')

/** The remainder of Reed and Solomon's division. */
function correctionOf(data: readonly number[]): number[] {
  const divisor = generator(CORRECTION_CODEWORDS)
  let remainder = new Array<number>(CORRECTION_CODEWORDS).fill(0)
  for (const byte of data) {
    const factor = byte ^ remainder[0]!
    remainder = [...remainder.slice(1), 0].map((value, at) => value ^ product(divisor[at]!, factor))
  }
  return remainder
}

/** Coefficients of (x − 1)(x − 2)(x − 4)…, the highest first and left out, being 1. */
function generator(degree: number): number[] {
  let coefficients = [...new Array<number>(degree - 1).fill(0), 1]
  for (let step = 0, root = 1; step < degree; step++, root = product(root, 2))
    coefficients = coefficients.map((value, at) => product(value, root) ^ (coefficients[at + 1] ?? 0))
  return coefficients
}

/** In the field of 256 elements that QR codes reckon in. */
function product(one: number, other: number): number {
  let result = 0
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >> 7) * 0x11d)
    if ((other >> bit) & 1) result ^= one
  }
  return result
}
