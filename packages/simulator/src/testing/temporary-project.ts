import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder with the given files, and the way to remove it. */
export function temporaryProject(files: Record<string, string | object>): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'mini-program-'))
  write(root, files)
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export function write(root: string, files: Record<string, string | object>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
}
