import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'

/** Habits that have cost other storefronts dearly, and that a look at the sources can keep out. */
const FOLDER = 'apps/storefront/src'
const ours = readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' }).map((file) => `${FOLDER}/${file}`)
const sources = ours.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const having = (pattern: RegExp, files = sources) => files.filter((file) => pattern.test(text(file)))

test('the sources were read', () => {
  expect(sources).toContain('apps/storefront/src/app.config.ts')
  expect(sources.length).toBeGreaterThan(300)
})

test('nothing is printed on the console of a shopper’s phone, but what nobody caught', () => {
  expect(having(/\bconsole\.(?:log|info|debug|warn)\(/)).toEqual([])
})

test('the shop is the same one for a reviewer, a tester and a shopper: no source asks which version it runs as', () => {
  expect(having(/envVersion|getAccountInfoSync|__wxConfig/)).toEqual([])
})

test('one source alone knows where the gateway is', () => {
  expect(having(/XIAOPU_API_ORIGIN/)).toHaveLength(1)
  expect(having(/https?:\/\/(?!developers\.weixin\.qq\.com|www\.w3\.org|lucide\.dev)[\w.]+/)).toEqual([])
})

test('no secret is shipped: neither a key nor the name of one', () => {
  const shipped = [...sources, 'config/brand/brand.ts', 'project.config.json']
  expect(
    having(/app_?secret|api_?v3_?key|session_key|BEGIN (?:RSA )?PRIVATE KEY|\bsecret['"]?\s*[:=]\s*['"]/i, shipped),
  ).toEqual([])
})

test('the main package holds the four tabs and no other page', () => {
  const [, pages = ''] = /^\s*pages: \[([^\]]+)\]/m.exec(text('apps/storefront/src/app.config.ts')) ?? []
  expect(pages.match(/'[^']+'/g)).toEqual([
    "'pages/home/index'",
    "'pages/category/index'",
    "'pages/cart/index'",
    "'pages/profile/index'",
  ])
})

test('a sentence is called by words one can read', () => {
  const keys = sources
    .filter((file) => file.includes('/i18n/messages/'))
    .flatMap((file) => [...text(file).matchAll(/^ {4}(\w+):/gm)].map(([, key = '']) => key))
  expect(keys.length).toBeGreaterThan(400)
  // A word, another word in capitals or after a line, and no string of letters and digits.
  expect(keys.filter((key) => !/^[a-z][a-zA-Z]*(?:_[a-zA-Z]+|_\d)*\d?$/.test(key))).toEqual([])
})

test('what stands on a page’s address is ids and words, never goods or sums', () => {
  const routes = text('apps/storefront/src/wechat/routes.ts')
  expect(routes).toContain("checkout: { sku?: string; quantity?: string; way?: 'pickup' }")
  expect(having(/JSON\.stringify\([^)]*\)[^\n]*(?:navigateTo|urlOf|open\()/)).toEqual([])
  expect(
    /price|amount|total|goods\??:/i.test(
      routes.slice(0, routes.indexOf('export type RouteName')).replace(/\/\*\*.*?\*\//gs, ''),
    ),
  ).toBe(false)
})
