/** Reckoned in cents, told in Floats of major units as Magento tells them. */
export type Cents = number

export function toCents(value: number): Cents {
  return Math.round(value * 100)
}
export function toFloat(cents: Cents): number {
  return cents / 100
}

/** GraphQL's `Money`. */
export function moneyView(cents: Cents, currency: string) {
  return { value: toFloat(cents), currency }
}
