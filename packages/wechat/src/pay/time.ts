const BEIJING_OFFSET_MS = 8 * 3600_000

/** RFC 3339 as WeChat's own examples have it: Beijing time, whole seconds (`2026-06-08T10:34:56+08:00`). */
export function beijingTime(instant: Date): string {
  return `${new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}
