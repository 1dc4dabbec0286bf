import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseInUse, lockFolder } from './folder-lock'

let root: string
let dataDir: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-lock-'))
  dataDir = join(root, 'shop')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const writeLock = (holder: unknown) =>
  writeFileSync(`${dataDir}.lock`, typeof holder === 'string' ? holder : JSON.stringify(holder))

test('a folder is not opened twice in one process', () => {
  const unlock = lockFolder(dataDir)
  expect(() => lockFolder(dataDir)).toThrow(DatabaseInUse)
  unlock()
  lockFolder(dataDir)()
})

test('a folder another process has is refused, and the error says whose it is and what to do', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    await once(other, 'spawn')
    const started = process.platform === 'linux' ? startOfProcess(other.pid!) : ''
    writeLock({ pid: other.pid, started })
    expect(() => lockFolder(dataDir)).toThrow(`in use by process ${other.pid}`)
    expect(() => lockFolder(dataDir)).toThrow(`${dataDir}.lock`)
  } finally {
    other.kill()
    await once(other, 'exit')
  }
  // Its process is gone: the lock is stale now.
  lockFolder(dataDir)()
})

test.each([
  ['nobody any more', { pid: 2 ** 22 + 1, started: '1' }],
  ['this process before a restart that gave it the same number', { pid: process.pid, started: 'another start' }],
  ['nobody, being broken', '{'],
  ['nobody, being empty', ''],
])('a lock of %s is taken over', (_, holder) => {
  writeLock(holder)
  const unlock = lockFolder(dataDir)
  expect(() => lockFolder(dataDir)).toThrow(DatabaseInUse)
  unlock()
})

test('nothing is left behind, and giving back twice does no harm', () => {
  const unlock = lockFolder(dataDir)
  expect(readdirSync(root)).toEqual(['shop.lock'])
  unlock()
  unlock()
  expect(existsSync(`${dataDir}.lock`)).toBe(false)
  expect(readdirSync(root)).toEqual([])
})

function startOfProcess(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!
}
