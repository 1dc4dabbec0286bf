import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../journeys/harness/compiled'

/** WeChat refuses a larger main package or subpackage: 2 MB. */
export const PLATFORM_LIMIT = 2 * 1024 * 1024
/** Our own: the main package is what a shopper waits for. 700 KB. */
export const MAIN_BUDGET = 700 * 1024

export interface PackageSize {
  /** `main`, or the root of a subpackage. */
  name: string
  /** As built. */
  raw: number
  /** As WeChat's compiler would upload it. */
  compiled: number
}

/** Weighs each package twice: its files as they lie there, and what WeChat's own compiler makes of them, offline. */
export async function weighPackages(projectDir: string): Promise<PackageSize[]> {
  const compiled = await compiledSizes(projectDir)
  const roots = compiled.map(({ name }) => name).filter((name) => name !== 'main')
  const raw = new Map(compiled.map(({ name }) => [name, 0]))
  for (const file of readdirSync(projectDir, { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(join(projectDir, file))
    if (!stat.isFile()) continue
    const owner = roots.find((root) => file.replaceAll('\\', '/').startsWith(`${root}/`)) ?? 'main'
    raw.set(owner, raw.get(owner)! + stat.size)
  }
  return compiled.map(({ name, bytes }) => ({ name, raw: raw.get(name)!, compiled: bytes }))
}

/**
 * In a process of its own: the compiler changes globals and talks a lot. In an empty folder: it leaves others behind where it
 * works. The storefront's command prints `name  1,234 B`.
 */
async function compiledSizes(projectDir: string): Promise<{ name: string; bytes: number }[]> {
  const command = join(ROOT, 'apps/storefront/scripts/wechat-compile.ts')
  const cwd = await mkdtemp(join(tmpdir(), 'xiaopu-size-'))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), command, projectDir],
    { cwd, timeout: 5 * 60_000 },
  ).finally(() => rm(cwd, { recursive: true, force: true }))
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [, name, bytes] = /^(\S+) +([\d,]+) B$/.exec(line) ?? []
      if (!name || !bytes) throw new Error(`The storefront's size command printed: ${line}`)
      return { name, bytes: Number(bytes.replaceAll(',', '')) }
    })
}
