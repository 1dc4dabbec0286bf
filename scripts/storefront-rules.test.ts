import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from './lib/children.mjs'
import { root } from './lib/paths.mjs'
import { tool } from './lib/tools.mjs'

const storefront = 'apps/storefront/src'
const request = "import Taro from '@tarojs/taro'\n\nexport const products = () => Taro.request({ url: '/products' })\n"
const wx = 'export const login = () => wx.login()\n'

const FILES = {
  [`${storefront}/goods/product/index.tsx`]: request,
  [`${storefront}/goods/list/index.tsx`]: "import { request } from '@tarojs/taro'\n\nexport const products = request\n",
  [`${storefront}/pages/home/index.tsx`]: wx,
  [`${storefront}/features/session/login.ts`]: wx,
  [`${storefront}/api/transport.ts`]: request,
  [`${storefront}/wechat/login.ts`]: wx,
  [`${storefront}/trade/cart/index.tsx`]:
    "import Taro from '@tarojs/taro'\n\nexport const go = () => Taro.navigateTo({ url: '/trade/checkout/index' })\n",
}

let folder: string
let said: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storefront-rules-'))
  for (const file of ['biome.json', '.gitignore', 'config/biome']) {
    cpSync(join(root, file), join(folder, file), { recursive: true })
  }
  for (const [file, source] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), source)
  }
  const args = [tool.biome(), 'lint', '--colors=off', '--max-diagnostics=none', '.']
  said = (await run(process.execPath, args, { cwd: folder })).output
  expect(said).toMatch(/Checked \d+ files/)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the linter says about one file: from its headings to the next file's. */
const about = (file: string) =>
  said
    .split(/^(?=\S+:\d+:\d+ )/m)
    .filter((part) => part.startsWith(`${storefront}/${file}:`))
    .join('')

test('a page that calls Taro.request is refused', () => {
  expect(about('goods/product/index.tsx')).toContain('Requests go through src/api')
})

test('so is one that imports the request alone', () => {
  expect(about('goods/list/index.tsx')).toContain('Requests go through src/api')
})

test('a page that calls wx.* is refused', () => {
  expect(about('pages/home/index.tsx')).toContain('WeChat is spoken to in src/wechat only')
})

test('a feature that calls wx.* is refused too', () => {
  expect(about('features/session/login.ts')).toContain('WeChat is spoken to in src/wechat only')
})

test.each([
  ['the request path may request', 'api/transport.ts'],
  ['src/wechat may speak to WeChat', 'wechat/login.ts'],
  ['a page may use the rest of Taro', 'trade/cart/index.tsx'],
])('%s', (_what, file) => {
  expect(about(file)).toBe('')
})
