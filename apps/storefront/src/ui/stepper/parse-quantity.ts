export interface Bounds {
  min: number
  max: number
}

/** The nearest allowed whole quantity. A stock below `min` wins: one cannot have more than there is. */
export const clampQuantity = (quantity: number, { min, max }: Bounds) =>
  Math.min(Math.max(Math.trunc(quantity), min), max)

/** What someone typed, as a quantity within bounds; null when it is not a number at all. Full-width digits of Chinese keyboards count. */
export function parseQuantity(typed: string, bounds: Bounds): number | null {
  const digits = typed.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  return /^\d+$/.test(digits) ? clampQuantity(Number(digits), bounds) : null
}
