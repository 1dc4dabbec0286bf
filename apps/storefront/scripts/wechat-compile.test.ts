/** @jest-environment node */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { entriesOf } from './zip-entries'

const run = promisify(execFile)
const command = join(import.meta.dirname, 'wechat-compile.ts')
const compile = (folder: string) =>
  run(process.execPath, ['--import', 'tsx', command, folder], { cwd: import.meta.dirname })

const page = (wxml: string) => ({
  'index.wxml': wxml,
  'index.js': 'Page({})',
  'index.json': '{}',
  'index.wxss': '.a{color:red}',
})
let folder: string

async function project(pages: Record<string, ReturnType<typeof page>>) {
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['home/index'], subPackages: [{ root: 'goods/', pages: ['product/index'] }] }),
    'app.js': 'App({})',
    'sitemap.json': '{"rules":[]}',
  }
  for (const [root, of] of Object.entries(pages))
    for (const [name, text] of Object.entries(of)) files[`${root}/${name}`] = text
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiny-shop-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('each package is weighed by itself, and only the numbers are printed', async () => {
  await project({ home: page('<view>拾物</view>'), 'goods/product': page('<view>茶杯</view>') })
  const { stdout } = await compile(folder)
  expect(stdout).toMatch(/^main +[\d,]+ B\ngoods +[\d,]+ B\n$/)
}, 60_000)

test('a page that WeChat would refuse is refused here, with its name', async () => {
  await project({ home: page('<view>拾物</view>'), 'goods/product': page('<view><text>茶杯</view>') })
  await expect(compile(folder)).rejects.toMatchObject({ stderr: expect.stringContaining('goods/product/index.wxml') })
}, 60_000)

test('what is not a zip archive is refused', () => {
  expect(() => entriesOf(Buffer.from('<html>'))).toThrow('not a zip archive')
})
