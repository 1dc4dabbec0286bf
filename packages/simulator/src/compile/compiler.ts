import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Compiled, compileMiniProgram } from './compile'

/** A compile that went wrong, as a sentence for the person at the browser. */
export interface CompileFailure {
  error: string
  hash: string
}

/** Compiles when asked, and only when a file of the project has changed since the last time. */
export class Compiler {
  private state = ''
  private result: Compiled | CompileFailure | null = null

  constructor(private readonly root: string) {}

  get(): Compiled | CompileFailure {
    const state = fingerprint(this.root)
    if (this.result && state === this.state) return this.result
    this.state = state
    try {
      this.result = compileMiniProgram(this.root)
    } catch (error) {
      this.result = { error: (error as Error).message, hash: `failed-${state.length}-${Date.now()}` }
    }
    return this.result
  }
}

/** Every file with its size and time: cheap to take, and different after any build. */
export function fingerprint(root: string): string {
  const lines: string[] = []
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile() && !entry.name.endsWith('.map')) {
        const { size, mtimeMs } = statSync(path)
        lines.push(`${path} ${size} ${mtimeMs}`)
      }
    }
  }
  try {
    walk(root)
  } catch {
    // A build may be removing files while we look: the next look will find them settled.
    return `unsettled ${Date.now()}`
  }
  return lines.sort().join('\n')
}
