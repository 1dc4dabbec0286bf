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
const write = (document: unknown) => importHomeInto(stand, JSON.stringify(document), stand.clock.now())
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

  test('leads anywhere in the shop, and says what it leads to', async () => {
    const targets = [
      { product: 'lamp' },
      { category: 'home' },
      { list: 'gifts' },
      { store: 'sh-anfu' },
      { search: '纸灯' },
    ]
    await write({
      blocks: [
        {
          type: 'shortcuts',
          items: [...targets.map((target) => ({ target })), { target: { page: 'coupons' }, label: words('领券') }],
        },
      ],
    })
    const items = block(await home(), 'shortcuts')!.items
    expect(items.map(({ label, target }) => [label, target])).toEqual([
      ['纸灯', { kind: 'product', productId: 'lamp' }],
      ['家居', { kind: 'category', categoryId: 'home' }],
      ['礼物', { kind: 'list', categoryId: 'gifts', title: '礼物' }],
      ['安福路店', { kind: 'store', storeId: 'sh-anfu' }],
      ['纸灯', { kind: 'search', words: '纸灯' }],
      ['领券', { kind: 'page', page: 'coupons' }],
    ])
  })

  test('turns through the pictures of a banner; one that is left stands still', async () => {
    const slide = (product: string) => ({ title: words(product), target: { product }, picture: { product: 'lamp' } })
    const write2 = (...products: string[]) => write({ blocks: [{ type: 'banner', items: products.map(slide) }] })
    await write2('lamp', 'gone', 'cup')
    expect((await home()).blocks).toMatchObject([{ type: 'banner', slides: [{ title: 'lamp' }, { title: 'cup' }] }])
    await write2('gone', 'cup')
    expect((await home()).blocks).toMatchObject([{ type: 'hero', title: 'cup', subtitle: '' }])
    await write2('gone')
    expect((await home()).blocks).toEqual([])
  })

  test('shows pictures of its own with their size, and the places on them', async () => {
    const own = {
      source: 'https://cdn.example/room.webp',
      width: 1200,
      height: 900,
      tone: '#aabbcc',
      alt: words('客厅'),
    }
    const place = { x: 100, y: 0, width: 200, height: 300, label: words('灯') }
    const areas = [
      { ...place, target: { product: 'lamp' } },
      { ...place, target: { product: 'gone' } },
    ]
    await write({ blocks: [{ type: 'hotspot', picture: { own }, areas }] })
    expect((await home()).blocks).toMatchObject([
      {
        picture: { full: own.source, width: 1200, height: 900, alt: '客厅' },
        areas: [{ x: 100, width: 200, label: '灯', target: { productId: 'lamp' } }],
      },
    ])
    await write({ blocks: [{ type: 'hotspot', picture: { own }, areas: areas.slice(1) }] })
    expect((await home()).blocks).toEqual([])
  })

  test('tells in words; a link whose goal is gone stays as words', async () => {
    const spans = [
      { text: words('看看'), bold: true },
      { text: words('这盏灯'), target: { product: 'lamp' } },
      { text: words('那只碗'), target: { product: 'gone' } },
    ]
    const nodes = [
      { kind: 'heading', text: words('故事') },
      { kind: 'paragraph', spans },
    ]
    await write({
      blocks: [{ type: 'rich_text', nodes: [...nodes, { kind: 'picture', picture: { product: 'cup' } }] }],
    })
    expect(block(await home(), 'rich_text')!.nodes).toEqual([
      { kind: 'heading', text: '故事' },
      {
        kind: 'paragraph',
        spans: [
          { text: '看看', bold: true, target: null },
          { text: '这盏灯', bold: false, target: { kind: 'product', productId: 'lamp' } },
          { text: '那只碗', bold: false, target: null },
        ],
      },
    ])
  })

  test('counts down until the instant, and is gone then', async () => {
    const until = new Date(stand.clock.ms() + 60_000).toISOString()
    const countdown = { type: 'countdown', title: words('特卖'), until, target: { category: 'home' } }
    await write({ blocks: [countdown, { ...countdown, products: ['gone'] }, { ...countdown, products: ['cup'] }] })
    const serverTime = stand.clock.now().toISOString()
    expect((await home()).blocks).toMatchObject([
      { title: '特卖', until, serverTime, products: [] },
      { products: [{ id: 'cup' }] },
    ])
    stand.clock.pass(60_000)
    expect((await home()).blocks).toEqual([])
  })

  test('names a store, or leaves it to the phone which is near', async () => {
    await write({
      blocks: [
        { type: 'store_card', store: 'bj-sanlitun' },
        { type: 'store_card', store: 'gone' },
        { type: 'store_card' },
      ],
    })
    expect((await home()).blocks).toMatchObject([
      { type: 'store_card', store: { name: '三里屯店', distanceMeters: null } },
      { type: 'nearby_store' },
    ])
  })

  test('offers coupons that can be taken now: those named, or all', async () => {
    const both = (text: string) => ({ 'zh-CN': text, en: text })
    const row = (id: string, stock: number, taken: number) => {
      const said = { name: both('券'), benefit: both('减'), note: both('') }
      const terms = { ...said, code: id, stock, perShopper: 1, startsAt: null, endsAt: null }
      return stand.database.execute(
        'insert into gateway.campaigns (id, code, terms, taken, created_at) values ($1, $1, $2, $3, $4)',
        [id, JSON.stringify(terms), taken, stand.clock.now()],
      )
    }
    await row('first', 5, 0)
    await row('taken', 5, 5)
    await row('second', 9, 1)
    const offered = async () => block(await home(), 'coupon_strip')?.campaigns.map(({ id, left }) => [id, left])
    await write({ blocks: [{ type: 'coupon_strip' }] })
    expect(await offered()).toEqual([
      ['first', 5],
      ['second', 8],
    ])
    await write({ blocks: [{ type: 'coupon_strip', campaigns: ['second', 'taken'] }] })
    expect(await offered()).toEqual([['second', 8]])
    await write({ blocks: [{ type: 'coupon_strip', campaigns: ['taken'] }] })
    expect(await offered()).toBeUndefined()
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
    expect(await importHomeInto(stand, json, stand.clock.now())).toEqual({
      ok: false,
      errors: [expect.stringMatching(error)],
    })
    expect((await home()).blocks).toEqual([{ type: 'nearby_store' }])
  })
})
