export interface PriceParts {
  negative: boolean
  /** Yuan, with thousands separators. */
  yuan: string
  /** `.90`, `.9` or nothing. */
  decimals: string
}

/**
 * Splits whole fen into what is printed.
 * @param fen integer fen; may be negative (a reduction)
 * @param exact keep both decimals, as totals do; otherwise trailing zeros go, as in lists
 * @throws RangeError for anything but a safe integer: a fraction of a fen is a bug upstream
 */
export function formatFen(fen: number, exact = false): PriceParts {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`)
  const amount = Math.abs(fen)
  const yuan = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = String(amount % 100).padStart(2, '0')
  const kept = exact ? cents : cents.replace(/0+$/, '')
  return { negative: fen < 0, yuan, decimals: kept && `.${kept}` }
}

/** The same as one string, for sentences and screen readers: `-¥1,234.50`. */
export function priceText(fen: number, exact = false): string {
  const { negative, yuan, decimals } = formatFen(fen, exact)
  return `${negative ? '-' : ''}¥${yuan}${decimals}`
}
