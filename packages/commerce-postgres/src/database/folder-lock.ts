import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { codeOf } from './errors'

/** The folder belongs to a running process: two of them writing one PGlite folder would destroy it. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
  constructor(
    readonly dataDir: string,
    readonly pid: number,
    lockFile: string,
  ) {
    super(
      `The database folder ${dataDir} is in use by process ${pid}. Stop that process first; if it is no part of ` +
        `this shop, delete ${lockFile}.`,
    )
  }
}

interface Holder {
  pid: number
  /** When that process started, as the system tells it: the same pid may be another process after a restart. */
  started: string
}

const heldHere = new Set<string>()

/**
 * Takes `<dataDir>.lock` for this process. A lock whose process is gone is taken over.
 *
 * @returns the function that gives the lock back
 * @throws DatabaseInUse
 */
export function lockFolder(dataDir: string): () => void {
  const lockFile = `${dataDir}.lock`
  const draft = `${lockFile}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder))
  try {
    // Linking, unlike writing, is all or nothing: nobody ever reads half a lock.
    while (!tryLink(draft, lockFile)) {
      const text = readIfThere(lockFile)
      if (text === null) continue
      const holder = holderOf(text)
      if (holder && isRunning(holder, lockFile)) throw new DatabaseInUse(dataDir, holder.pid, lockFile)
      setAside(lockFile, text)
    }
  } finally {
    unlinkSync(draft)
  }
  heldHere.add(lockFile)
  return () => {
    if (heldHere.delete(lockFile)) unlinkSync(lockFile)
  }
}

/** Moves a stale lock away; when another process has replaced it in between, that one's is put back. */
function setAside(lockFile: string, stale: string): void {
  const aside = `${lockFile}.${randomUUID()}`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== stale) tryLink(aside, lockFile)
  unlinkSync(aside)
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isRunning(holder: Holder, lockFile: string): boolean {
  if (holder.pid === process.pid && holder.started === startOf(process.pid)) return heldHere.has(lockFile)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    if (codeOf(error) !== 'EPERM') return false
  }
  return holder.started === startOf(holder.pid)
}

/** Linux tells when a process started (field 22 of stat); elsewhere the pid alone has to do. */
function startOf(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`)
  if (stat === null) return ''
  // The command, in parentheses, may hold spaces: fields are counted after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function holderOf(text: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(text)
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number')
      return null
    return { pid: holder.pid, started: 'started' in holder ? String(holder.started) : '' }
  } catch {
    return null
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
