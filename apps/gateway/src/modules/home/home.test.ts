import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Home, HomeBlock } from '@xiaopu/contract'
import sharp from 'sharp'
import { importCatalogueInto, importHomeInto } from '../../import/import-into'
import { GOODS_CSV } from '../../testing/goods'
import { Stand } from '../../testing/stand'

let stand: Stand
let folder: string
beforeAll(async () => {
  stand = await Stand.open()
  folder = await mkdtemp(join(tmpdir(), 'xiaopu-home-'))
  await writeFile(
    join(folder, 'lamp.png'),
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#cc8844' } })
      .png()
      .toBuffer(),
  )
  const [heading, lamp, ...others] = GOODS_CSV.split('\n')
  const csv = [`${heading},assets`, `${lamp},lamp.png`, ...others.filter(Boolean).map((line) => `${line},`)].join('\n')
  const imported = await importCatalogueInto(
    { database: stand.database, mediaDir: join(stand.config.dataDir, 'media') },
    { csv, imagesDir: folder },
  )
  expect(imported).toMatchObject({ ok: true })
})
afterAll(async () => {
  await stand.close()
  await rm(folder, { recursive: true })
})

const home = async (language = 'zh-CN') =>
  (await stand.visitor().get<Home>('/v1/home', { 'accept-language': language })).body
const write = (document: unknown) => importHomeInto(stand, JSON.stringify(document))
const block = <Type extends HomeBlock['type']>({ blocks }: Home, type: Type) =>
  blocks.find((each): each is Extract<HomeBlock, { type: Type }> => each.type === type)

test('a shop without a home page of its own shows what it has', async () => {
  const composed = await home()
  expect(composed.blocks.map(({ type }) => type)).toEqual([
    'hero',
    'shortcuts',
    'product_row',
    'nearby_store',
    'product_grid',
  ])
  expect(block(composed, 'hero')).toMatchObject({
    title: '纸灯',
    subtitle: '柔和的光',
    target: { kind: 'product', productId: 'lamp' },
  })
  expect(block(composed, 'hero')!.picture).toMatchObject({ width: 900, height: 600, tone: '#cc8844' })
  expect(block(composed, 'shortcuts')!.items.map(({ label }) => label)).toEqual(['家居', '礼物'])
  expect(block(composed, 'product_row')).toMatchObject({ title: '新到' })
  expect(block(await home('en'), 'product_row')).toMatchObject({ title: 'Just in' })
})

describe('a home page the merchant wrote', () => {
  const words = (chinese: string, en?: string) => ({ 'zh-CN': chinese, ...(en && { en }) })

  test('is shown in the order written, in the reader’s language', async () => {
    const row = { type: 'product_row', title: words('店主喜欢', 'We like'), products: ['vase', 'cup'] }
    expect(await write({ blocks: [row, { type: 'nearby_store' }] })).toEqual({ ok: true, blocks: 2 })
    const [first] = (await home()).blocks
    expect(first).toMatchObject({ title: '店主喜欢', products: [{ id: 'vase' }, { id: 'cup' }] })
    expect((await home('en')).blocks[0]).toMatchObject({ title: 'We like' })
  })

  test('says it in Chinese where there is no English', async () => {
    await write({ blocks: [{ type: 'product_row', title: words('好物'), products: ['cup'] }] })
    expect((await home('en')).blocks).toMatchObject([{ title: '好物' }])
  })

  test('leaves out what is not on sale, and blocks that are empty then', async () => {
    await write({
      blocks: [
        { type: 'product_row', title: words('一'), products: ['gone', 'cup'] },
        { type: 'product_row', title: words('二'), products: ['gone'] },
        { type: 'hero', title: words('三'), subtitle: words('三'), target: { product: 'gone' } },
        { type: 'editorial', title: words('没有图'), text: words('四'), target: { product: 'cup' } },
        { type: 'shortcuts', items: [{ target: { category: 'gone' } }] },
        { type: 'product_grid', title: words('五'), category: 'gone' },
      ],
    })
    expect((await home()).blocks).toMatchObject([{ type: 'product_row', products: [{ id: 'cup' }] }])
  })

  test('may borrow the picture of another product, and lead to a category', async () => {
    await write({
      blocks: [
        {
          type: 'hero',
          title: words('家'),
          subtitle: words('居'),
          target: { category: 'home' },
          picture: { product: 'lamp' },
        },
        { type: 'product_grid', title: words('全部'), category: 'home' },
      ],
    })
    const { blocks } = await home()
    expect(blocks).toMatchObject([
      { type: 'hero', target: { kind: 'category', categoryId: 'home' }, picture: { tone: '#cc8844' } },
      { type: 'product_grid', category: 'home' },
    ])
  })

  test.each([
    ['no JSON', 'blocks: []', /no JSON/],
    ['no block', JSON.stringify({ blocks: [] }), /^blocks: /],
    ['an unknown block', JSON.stringify({ blocks: [{ type: 'carousel' }] }), /^blocks\[0\]/],
    ['a misspelt member', JSON.stringify({ blocks: [{ type: 'nearby_store', titel: 'x' }] }), /^blocks\[0\]: /],
    [
      'a grid of nothing',
      JSON.stringify({ blocks: [{ type: 'product_grid', title: words('x') }] }),
      /products or a category/,
    ],
  ])('with %s is refused and the one before stays', async (_what, json, error) => {
    await write({ blocks: [{ type: 'nearby_store' }] })
    expect(await importHomeInto(stand, json)).toEqual({ ok: false, errors: [expect.stringMatching(error)] })
    expect((await home()).blocks).toEqual([{ type: 'nearby_store' }])
  })
})
