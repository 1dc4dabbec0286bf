import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentHash } from './content-hash.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-hash-'))
  mkdirSync(join(folder, 'src/dist'), { recursive: true })
  writeFileSync(join(folder, 'src/page.ts'), 'page')
  writeFileSync(join(folder, 'src/dist/page.js'), 'built')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hash = () => contentHash(folder, ['src', 'absent'], (path) => path === 'src/dist')

test('the same files have the same hash', () => {
  expect(hash()).toBe(hash())
})

test.each<[string, (folder: string) => void]>([
  ['a changed file', (at) => writeFileSync(join(at, 'src/page.ts'), 'other')],
  ['a new file', (at) => writeFileSync(join(at, 'src/new.ts'), '')],
  ['a renamed file', (at) => renameSync(join(at, 'src/page.ts'), join(at, 'src/pages.ts'))],
  ['a file that was missing', (at) => writeFileSync(join(at, 'absent'), '')],
])('%s changes it', (_what, change) => {
  const before = hash()
  change(folder)
  expect(hash()).not.toBe(before)
})

test('what is left out does not count', () => {
  const before = hash()
  writeFileSync(join(folder, 'src/dist/page.js'), 'built again')
  expect(hash()).toBe(before)
})
