import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import { filesUnder } from './lib/content-hash.mjs'
import { root } from './lib/paths.mjs'

const MADE_BY_MACHINES = /(?:^|\/)(?:node_modules|dist|dist-qa|\.git|\.xiaopu|\.swc|coverage|generated|drizzle)$/
const SOURCE = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.js', '.scss', '.php', '.graphql'])
/** Tables and texts, not code: as long as the shop's goods and sentences, or as the part of Magento's schema in use. */
const TABLES =
  /subset\.graphql$|\/operations\/documents\.ts$|\/seed\/|\/i18n\/(?:zh-CN|en)|messages\.(?:ts|zh-CN\.ts|en\.ts)$/
const LONGEST = 300

const files = filesUnder(root, root, (path) => MADE_BY_MACHINES.test(path))
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const sources = files.filter((file) => SOURCE.has(extname(file)))
const texts = files.filter(
  (file) => SOURCE.has(extname(file)) || /\.(?:json|ya?ml|md|npmrc)$|(?:^|\/)\.[\w/.]+$/.test(file),
)
const lockfile = 'pnpm-lock.yaml'

test('the tree was read', () => {
  expect(sources).toContain('scripts/tree.test.ts')
  expect(texts).toContain(lockfile)
})

test(`no source file is longer than ${LONGEST} lines: a longer one is asking to be two`, () => {
  const tooLong = sources
    .filter((file) => !TABLES.test(file))
    .map((file) => ({ file, lines: text(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
  expect(tooLong).toEqual([])
})

test('nothing names a path of the machine it was written on', () => {
  const home = homedir()
  const machinePaths = [root, ...(home.split('/').length > 2 ? [home] : [])]
  const named = texts.filter((file) =>
    machinePaths.some((path) => new RegExp(`${quote(path)}(?![\\w-])`).test(text(file))),
  )
  expect(named).toEqual([])
})

test('the lockfile leaves the registry to whoever installs: no tarball address in it', () => {
  expect(text(lockfile).match(/^.*(?:tarball:|https?:\/\/).*$/gm) ?? []).toEqual([])
})

test('nothing names a package registry', () => {
  const registry = /\b(?:registry|npm)\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|cn|io|dev)\b|^registry\s*=/m
  expect(texts.filter((file) => registry.test(text(file)))).toEqual([])
})

function quote(path: string) {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
