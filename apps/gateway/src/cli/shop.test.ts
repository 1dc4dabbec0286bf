import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@xiaopu/commerce-postgres'
import sharp from 'sharp'
import { GOODS_CSV, STORES_CSV } from '../testing/goods'
import { openMigrated } from '../testing/migrated'
import { type OpenShop, runShop } from './run-shop'

let folder: string
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaopu-cli-'))
  database = await openMigrated()
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** One database for all commands: opening a folder's takes seconds. */
const openKept = async () => ({ ...database, close: async () => {} })

const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
const shopIn = async (open: OpenShop | undefined, settings: Record<string, string>, ...argv: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const env = { DATA_DIR: join(folder, 'data'), ...settings }
  const terminal = {
    env,
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    isInteractive: false,
  }
  return { code: await runShop(argv, terminal, open), out, err }
}
const shopWith = (settings: Record<string, string>, ...argv: string[]) => shopIn(openKept, settings, ...argv)
const shop = (...argv: string[]) => shopWith({}, ...argv)
const count = async (table: string) =>
  Number((await database.execute(`select count(*) as n from commerce.${table}`)).rows[0].n)
const HEADING = 'slug,name,sku,price,stockOnHand'

test('a catalogue is imported, told of, and imported again without a change', async () => {
  const goods = await file('goods.csv', GOODS_CSV)
  const first = await shop('import', goods)
  expect(first).toMatchObject({ code: 0, err: [] })
  expect(first.out.at(-1)).toBe('4 products (4 new, 0 changed, 0 as before), 5 SKUs, 3 categories, 0 pictures.')
  expect(first.out).toContain('Writing products: 4/4')
  expect((await shop('import', goods)).out.at(-1)).toContain('(0 new, 0 changed, 4 as before)')
})

test.each([
  ['a missing column', 'slug,name,sku,price\nchair,Chair,C1,10', ':1 stockOnHand: '],
  ['a bad price', `${HEADING}\nchair,Chair,C1,ten,5`, ':2 price: '],
  ['a negative price', `${HEADING}\nchair,Chair,C1,-1,5`, ':2 price: '],
  ['a duplicate SKU', `${HEADING}\nchair,Chair,C1,10,5\nstool,Stool,C1,10,5`, ':3 sku: '],
  ['a missing picture', `${HEADING},assets\nchair,Chair,C1,10,5,chair.jpg`, ':2 assets: '],
])('a file with %s is told by line and column', async (_what, csv, where) => {
  const bad = await file('bad.csv', `${csv}\n`)
  const { code, err } = await shop('import', bad)
  expect(code).toBe(1)
  expect(err[0]).toContain(bad + where)
  expect(err.at(-1)).toBe('1 problem. Nothing was imported.')
})

test('after all these the shop has what it had', async () => {
  expect(await count('products')).toBe(4)
})

test('pictures come from the folder given, and nothing from outside it', async () => {
  const images = await mkdtemp(join(folder, 'images-'))
  await sharp({ create: { width: 20, height: 20, channels: 3, background: '#102030' } })
    .png()
    .toFile(join(images, 'chair.png'))
  await writeFile(join(images, 'note.png'), 'no picture')
  const good = await file('good.csv', `${HEADING},assets\nchair,Chair,C1,10,5,chair.png\n`)
  expect((await shop('import', good, '--images', images)).out).toContain('Preparing pictures: 1/1')
  for (const asset of ['note.png', '../goods.csv']) {
    const bad = await file('bad.csv', `${HEADING},assets\nchair,Chair,C1,10,5,${asset}\n`)
    expect(await shop('import', bad, '--images', images)).toMatchObject({ code: 1 })
  }
})

test('stores, what lies in them and a home page are imported', async () => {
  expect((await shop('stores', await file('stores.csv', STORES_CSV))).out).toEqual(['2 stores, 0 removed.'])
  const stock = await file('stock.csv', 'store,sku,onHand\nsh-anfu,LAMP,4\n')
  expect((await shop('store-stock', stock)).out).toEqual(['1 counts in 1 stores.'])
  expect(await shop('store-stock', await file('bad.csv', 'store,sku,onHand\nmoon,LAMP,4\n'))).toMatchObject({ code: 1 })
  const home = await file('home.json', JSON.stringify({ blocks: [{ type: 'nearby_store' }] }))
  expect((await shop('home', home)).out).toEqual(['The home page has 1 blocks.'])
  const bad = await shop('home', await file('bad.json', '{"blocks":[{"type":"carousel"}]}'))
  expect(bad).toMatchObject({ code: 1, err: [expect.stringContaining('blocks[0]'), 'The home page stays as it was.'] })
})

test('coupons are imported for goods the shop has, and a mistake is told by line and column', async () => {
  const heading = 'code,name:zh-CN,name:en,percent,products'
  const good = await file('coupons.csv', `${heading}\nSPRING20,春日八折,20% off,20,lamp\n`)
  expect(await shop('coupons', good)).toEqual({ code: 0, out: ['1 coupons (1 new, 0 known).'], err: [] })
  expect((await shop('coupons', good)).out).toEqual(['1 coupons (0 new, 1 known).'])
  const bad = await file('bad.csv', `${heading}\nSPRING20,春日八折,20% off,100,ladder\n`)
  const { code, err } = await shop('coupons', bad)
  expect(code).toBe(1)
  expect(err.slice(0, 2)).toEqual([
    expect.stringContaining(`${bad}:2 percent: `),
    expect.stringContaining(`${bad}:2 products: `),
  ])
  expect(await count('coupons')).toBe(1)
})

test.each([
  ['import', "Goods, prices and stock are Magento's here", GOODS_CSV],
  ['stores', "Stores are Magento's here", STORES_CSV],
])('with Magento, "%s" is refused with the reason, and done anyway when that is said', async (command, why, csv) => {
  const csvFile = await file(`${command}-magento.csv`, csv)
  const refused = await shopWith({ COMMERCE: 'magento' }, command, csvFile)
  expect(refused).toMatchObject({ code: 1, out: [] })
  expect(refused.err.join()).toContain(why)
  const done = await shopWith({ COMMERCE: 'magento' }, command, csvFile, '--anyway')
  expect(done.code).toBe(0)
  expect(done.err.join()).toContain(why)
})

test('with Magento, the home page is imported as ever: it is kept here', async () => {
  const home = await file('home-magento.json', JSON.stringify({ blocks: [{ type: 'nearby_store' }] }))
  expect(await shopWith({ COMMERCE: 'magento' }, 'home', home)).toMatchObject({ code: 0, err: [] })
})

test('a shop is kept in its folder, and left alone while it is running, and the person is told', async () => {
  const goods = await file('goods.csv', GOODS_CSV)
  expect(await shopIn(undefined, {}, 'import', goods)).toMatchObject({ code: 0, err: [] })
  const running = await openDatabase({ dataDir: join(folder, 'data/database') })
  try {
    expect((await running.execute('select count(*)::int as n from commerce.products')).rows).toEqual([{ n: 4 }])
    const { code, err } = await shopIn(undefined, {}, 'import', goods)
    expect(code).toBe(1)
    expect(err[0]).toMatch(/^The shop is running \(process \d+\)/)
  } finally {
    await running.close()
  }
})

test.each([
  [['import'], /"import" needs a file/],
  [['export', 'x.csv'], /There is no command "export"/],
  [['import', 'a.csv', 'b.csv'], /One file at a time/],
  [['import', 'a.csv', '--quickly'], /--quickly/],
  [['import', 'gone.csv'], /gone.csv cannot be read/],
  [['import', 'gone.csv', '--images', 'nowhere'], /There is no folder nowhere/],
])('%j is not understood, and says why', async (argv, message) => {
  const { code, err } = await shop(...argv)
  expect(code).toBe(1)
  expect(err.join('\n')).toMatch(message)
})

test('asked for nothing, it says what it can do, and opens no database', async () => {
  const env = { DATA_DIR: join(folder, 'untouched') }
  const out: string[] = []
  expect(await runShop([], { env, out: (line) => out.push(line), err: () => {}, isInteractive: false })).toBe(0)
  expect(out.join()).toContain('npm run shop -- import')
  await expect(access(env.DATA_DIR)).rejects.toThrow()
})
