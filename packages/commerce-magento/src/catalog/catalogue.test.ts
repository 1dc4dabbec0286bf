import type { CatalogueFixture } from '@xiaopu/magento-stand-in'
import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

const LONG = `a-very-${'long-'.repeat(20)}url-key`
const both = (zh: string, en: string) => ({ default: zh, en })
const CATALOGUE: CatalogueFixture = {
  attributes: [
    {
      code: 'shade',
      label: both('颜色', 'Colour'),
      input: 'select',
      options: [
        { key: 'red', label: both('红', 'Red'), swatch: { kind: 'color', value: '#ff0000' } },
        { key: 'oak', label: both('原木', 'Oak'), swatch: { kind: 'image', value: 'oak.jpg' } },
      ],
    },
    {
      code: 'length',
      label: both('尺码', 'Size'),
      input: 'select',
      options: [
        { key: 's', label: both('小', 'S') },
        { key: 'm', label: both('大', 'M') },
      ],
    },
  ],
  categories: [
    { key: 'all', name: both('全部', 'All') },
    { key: 'hidden', name: both('隐藏', 'Hidden'), inMenu: false },
  ],
  products: [
    {
      type: 'configurable',
      sku: '衬衫 1/2',
      name: both('衬衫', 'Shirt'),
      urlKey: 'shirt',
      description: '<p>一件<b>衬衫</b></p><script>alert(1)</script>',
      categories: ['all'],
      images: [
        { file: 'shirt.jpg' },
        { file: 'back.jpg', disabled: true },
        { file: 'film.jpg', videoUrl: 'https://v.example/1' },
      ],
      options: ['shade', 'length'],
      variants: [
        { sku: '衬衫 1/2 红 小', values: { shade: 'red', length: 's' }, price: 199, stock: 4 },
        { sku: '衬衫 1/2 红 大', values: { shade: 'red', length: 'm' }, price: 199, stock: 0 },
        { sku: '衬衫 1/2 木 大', values: { shade: 'oak', length: 'm' }, price: 219.5, special: 209.95, stock: 9 },
      ],
    },
    { type: 'simple', sku: 'CUP', name: '杯', urlKey: LONG, categories: ['all'], price: 30, stock: 50 },
    { type: 'virtual', sku: 'CARE', name: '安装', urlKey: 'care', categories: ['all'], price: 80, stock: 1_000 },
    {
      type: 'bundle',
      sku: 'SET',
      name: both('组合', 'Bundle'),
      urlKey: 'set',
      categories: ['all'],
      items: [{ title: '杯', required: true, options: [{ sku: 'CUP', quantity: 2, isDefault: true }] }],
    },
    {
      type: 'grouped',
      sku: 'GROUP',
      name: '一组',
      urlKey: 'group',
      categories: ['all'],
      items: [{ sku: 'CUP', quantity: 1 }],
    },
  ],
  cmsBlocks: [
    {
      identifier: 'wx_home',
      title: 'Home',
      content: both(
        '<div data-content-type="html">{&quot;blocks&quot;: [{&quot;type&quot;: &quot;nearby_store&quot;}]}</div>',
        'no json',
      ),
    },
  ],
}

let stand: Stand
beforeAll(async () => {
  stand = await openStand({ catalogue: CATALOGUE })
})
afterAll(() => stand.close())
const zh = { locale: 'zh-CN' } as const
const product = async (id: string, context: { locale: 'zh-CN' | 'en' } = zh) =>
  (await stand.backend.catalog.product(context, id))!

test('a product with two options has a SKU for each pair there is, with its own price and stock', async () => {
  await stand.backend.ping()
  const shirt = await product('shirt')
  expect(shirt.options.map(({ name, values }) => [name, values.map((value) => value.name)])).toEqual([
    ['颜色', ['红', '原木']],
    ['尺码', ['小', '大']],
  ])
  const names = new Map(shirt.options.flatMap(({ values }) => values.map(({ id, name }) => [id, name])))
  expect(
    shirt.skus.map(({ optionValueIds, price, compareAt, stock, maxQuantity }) => [
      optionValueIds.map((id) => names.get(id)).join(''),
      price,
      compareAt,
      stock.status,
      maxQuantity,
    ]),
  ).toEqual([
    ['红小', 19_900, null, 'low_stock', 4],
    ['红大', 19_900, null, 'sold_out', 0],
    ['原木大', 20_995, 21_950, 'in_stock', 9],
  ])
  expect(shirt.price).toEqual({ from: 19_900, to: 20_995, compareAt: null })
  expect(shirt.description).toBe('一件衬衫')
  expect(shirt.pictures).toHaveLength(1)
  for (const { id } of shirt.skus) expect(id).toMatch(/^[\w.:=+-]{1,64}$/)
})

test('a variant with an awkward code is ordered all the same, and found again by another process', async () => {
  const [small] = (await product('shirt')).skus
  const order = await placed(stand.another(), newShopper(), { [small!.id]: 2 })
  expect(stand.control.order(order.number)!.items).toMatchObject([{ sku: '衬衫 1/2 红 小', ordered: 2 }])
  expect(order.lines[0]).toMatchObject({ productId: 'shirt', options: ['红', '小'] })
})

test('a product whose address is too long has a short id that lasts', async () => {
  const list = await stand.backend.catalog.products(zh, { sort: 'relevance', words: '杯', limit: 5 })
  const { id } = list!.items.find(({ name }) => name === '杯')!
  expect(id).toMatch(/^:[\w-]{43}$/)
  expect((await stand.another().catalog.product(zh, id))!.skus[0]!.code).toBe('CUP')
})

test.each(['set', 'group'])('%s is shown, said to be not for sale here, and cannot be put into a cart', async (id) => {
  const shown = await product(id)
  expect(shown.description).toContain('暂不支持在小程序内购买')
  expect((await product(id, { locale: 'en' })).description).toContain('cannot be bought here')
  expect(shown.skus).toMatchObject([{ maxQuantity: 0, stock: { status: 'sold_out' } }])
  const add = await stand.backend.carts.add(newShopper(), { skuId: shown.skus[0]!.id, quantity: 1 })
  expect(add).toMatchObject({ ok: false, problem: { code: 'off_sale' } })
})

test('what is not sent needs no shipping', async () => {
  const order = await placed(stand.backend, newShopper(), { CARE: 1 })
  expect(order.amounts).toEqual({ goods: 8_000, discount: 0, shipping: 0, total: 8_000 })
})

test('categories outside the menu are not shown, nor listed', async () => {
  expect((await stand.backend.catalog.categories(zh)).map(({ name }) => name)).toEqual(['全部'])
})

test('the home page is JSON in a CMS block, whatever Page Builder has wrapped it in', async () => {
  expect(await stand.backend.homeDocument('zh-CN')).toEqual({ blocks: [{ type: 'nearby_store' }] })
  expect(await stand.backend.homeDocument('en')).toBeNull()
})

test('a shop without that block has no home page of its own', async () => {
  const bare = await openStand({ catalogue: { categories: [], products: [] } })
  try {
    expect(await bare.backend.homeDocument('zh-CN')).toBeNull()
    expect(await bare.backend.catalog.categories(zh)).toEqual([])
    expect(await bare.backend.stores.list(zh)).toEqual([])
  } finally {
    await bare.close()
  }
})
