const SHANGHAI_MS = 8 * 3_600_000

/** An instant as the shop's clock showed it (Asia/Shanghai, no summer time since 1991): `2026-01-31 08:05`. */
export function shopTime(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')
}
