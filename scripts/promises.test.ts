import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'

/** Rows of docs/promises.md: what, where, and the words of the test. */
const rows = readFileSync(join(root, 'docs/promises.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what, file, words] = /^\| (.+?) \| \[`([^`]+)`\]\(\.\.\/\2\) \| (.+) \|$/.exec(line) ?? []
    return what && file && words ? [{ what, file, words }] : []
  })

test('the list was read', () => {
  expect(rows.length).toBeGreaterThan(80)
})

test('every test the list names is there, in the file it names', () => {
  const missing = rows.filter(({ file, words }) => {
    const path = join(root, file)
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(words)
  })
  expect(missing).toEqual([])
})

test('what is named is a test, not a page or a note', () => {
  expect(rows.filter(({ file }) => !/\.test\.tsx?$|\/conformance\//.test(file))).toEqual([])
})
