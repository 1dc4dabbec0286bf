export interface Deadline {
  /** UTC, ISO 8601. */
  expiresAt: string
  /** The server's clock when it answered; UTC, ISO 8601. */
  serverTime: string
  /** The phone's clock when the answer came, ms. */
  receivedAt: number
}

/** ms left, never less than 0. The phone's clock may be wrong by years: only the time it measured since the answer counts. */
export function timeLeft({ expiresAt, serverTime, receivedAt }: Deadline, now: number): number {
  const elapsed = Math.max(now - receivedAt, 0)
  return Math.max(Date.parse(expiresAt) - Date.parse(serverTime) - elapsed, 0)
}

/** `29:59`, or `1:05:00` from an hour on. A begun second counts, so that 0:00 is really the end. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
