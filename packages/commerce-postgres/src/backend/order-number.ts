import { randomInt } from 'node:crypto'

const SHANGHAI_OFFSET = 8 * 60 * 60 * 1000

/**
 * `XP`, the day in Shanghai, eight random digits: short enough to read out on the telephone, telling nobody how many
 * orders the shop has, and fit to be an out_trade_no (6–32 of 0-9A-Za-z_-, WeChat Pay API v3).
 */
export function orderNumber(placedAt: Date): string {
  const day = new Date(placedAt.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10).replaceAll('-', '')
  return `XP${day}${String(randomInt(100_000_000)).padStart(8, '0')}`
}
