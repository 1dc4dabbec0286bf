/** GB 32100-2015: digits and capitals, without I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = ALPHABET.length

/**
 * Whether it can be a taxpayer's number: 18 characters whose last one checks the others, or the shape of an older one (15, 20).
 * The gateway has the last word by the same rule; a test holds both to one table.
 */
export function isTaxNumber(number: string): boolean {
  if (number.length !== 18) return /^(?:[0-9A-Z]{15}|[0-9A-Z]{20})$/.test(number)
  let sum = 0
  let weight = 1
  for (const character of number.slice(0, 17)) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % MODULUS
  }
  return number[17] === ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS]
}
