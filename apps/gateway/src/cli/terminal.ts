/** Where a command writes, and what it knows of its surroundings. */
export interface Terminal {
  env: Record<string, string | undefined>
  /** What was asked for: reports, progress. */
  out(line: string): void
  /** What went wrong. */
  err(line: string): void
  /** A person is watching: a bar that moves may be drawn. */
  isInteractive: boolean
}
