import type { Problems } from './problems'

/** Tells both lines of what may be in a column only once. */
export class Duplicates {
  private readonly seen = new Map<string, number>()

  constructor(
    private readonly column: string,
    private readonly problems: Problems,
  ) {}

  check(value: string, line: number): void {
    if (value === '') return
    const first = this.seen.get(value)
    if (first === undefined) this.seen.set(value, line)
    else this.problems.add(line, this.column, `"${value}" is in line ${first} already.`)
  }
}
