/** Something in the file that has to be put right, and where. `column` is the heading; null: the line or the file as a whole. */
export interface ImportProblem {
  line: number
  column: string | null
  message: string
}

/** Collects every problem of a file, so that one run tells all of them. */
export class Problems {
  private readonly found: ImportProblem[] = []

  add(line: number, column: string | null, message: string): void {
    // A cell that stands in for both languages is read twice, and told of once.
    const told = this.found.some((other) => other.line === line && other.column === column && other.message === message)
    if (!told) this.found.push({ line, column, message })
  }

  get any(): boolean {
    return this.found.length > 0
  }

  /** In the order of the file. */
  sorted(): ImportProblem[] {
    return [...this.found].sort((a, b) => a.line - b.line)
  }
}
