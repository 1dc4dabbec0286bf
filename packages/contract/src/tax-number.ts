/** GB 32100-2015: digits and capitals, without I, O, S, V and Z, which are read wrong. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = ALPHABET.length
const OLD_SHAPES = /^(?:[0-9A-Z]{15}|[0-9A-Z]{20})$/

/**
 * Whether it can be a Chinese taxpayer's number: a unified social credit code of 18 characters whose last one checks the
 * others (GB 32100-2015), or one of the older numbers of 15 or 20, which check nothing but their shape.
 */
export function isTaxNumber(number: string): boolean {
  if (number.length !== 18) return OLD_SHAPES.test(number)
  const values = [...number].map((character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return false
  const check = values.pop()
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % MODULUS
  }
  return check === (MODULUS - (sum % MODULUS)) % MODULUS
}
