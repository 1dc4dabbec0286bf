/**
 * A job that looks at what is due and deals with it. Running it twice, or twice at once, must do no more than running
 * it once: each takes what it works on out of the database.
 */
export interface Sweep {
  name: string
  everySeconds: number
  run(): Promise<void>
}
