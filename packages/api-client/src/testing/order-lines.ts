import type { OrderLine, QuoteLine } from '@xiaopu/contract'

/** Goods as an order keeps them. The discount is split by price; the last line has what rounding left. */
export function orderLines(lines: QuoteLine[], discount: number): OrderLine[] {
  const goods = lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0)
  let left = discount
  return lines.map(({ status: _status, available: _available, ...line }, place) => {
    const share = place === lines.length - 1 ? left : Math.floor((discount * line.lineTotal) / (goods || 1))
    left -= share
    return { ...line, discount: share, reviewed: false }
  })
}
