import type { Product, ProductPage } from '@xiaopu/contract'
import { Stand } from '../../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

const ENGLISH = { 'accept-language': 'en-GB,en;q=0.9' }

test('anyone may browse, in Chinese unless they ask for English', async () => {
  const visitor = stand.visitor()
  const chinese = await visitor.get<Product>('/v1/products/lamp')
  expect(chinese.body).toMatchObject({
    name: '纸灯',
    tag: 'sale',
    price: { from: 12_900, to: 12_900, compareAt: 15_900 },
  })
  const english = await visitor.get<Product>('/v1/products/lamp', ENGLISH)
  expect(english.body).toMatchObject({ name: 'Paper lamp' })
})

test('the category tree leads to products', async () => {
  const { body } = await stand
    .visitor()
    .get<{ categories: { id: string; name: string; children: unknown[] }[] }>('/v1/categories')
  const home = body.categories.find(({ name }) => name === '家居')!
  expect(home.children).toMatchObject([{ name: '灯', productCount: 1 }])
  const page = await stand.visitor().get<ProductPage>(`/v1/products?category=${home.id}&sort=price_asc`)
  expect(page.body.items.map(({ id }) => id)).toEqual(['cup', 'lamp', 'vase'])
})

test('a product says what may be chosen and how much of it there is', async () => {
  const { body } = await stand.visitor().get<Product>('/v1/products/cup')
  expect(body.options).toMatchObject([{ name: '颜色', values: [{ name: '白' }, { name: '青' }] }])
  expect(body.skus).toMatchObject([
    { id: 'CUP-W', price: 3_900, stock: { status: 'in_stock' } },
    { id: 'CUP-B', price: 4_250, stock: { status: 'low_stock', available: 3 }, maxQuantity: 3 },
  ])
})

test.each([
  '/v1/products/nothing',
  '/v1/products/nothing/related',
  '/v1/products?category=nothing',
  '/v1/stores/nothing',
])('%s is not there', async (url) => {
  expect(await stand.visitor().get(url)).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

test.each([
  ['/v1/products?limit=0', 'querystring.limit'],
  ['/v1/products?limit=1.5', 'querystring.limit'],
  ['/v1/products?sort=cheapest', 'querystring.sort'],
  [`/v1/products?q=${'x'.repeat(81)}`, 'querystring.q'],
  ['/v1/products?prices=low', 'querystring'],
  ['/v1/products?facets=material', 'querystring.facets'],
  ['/v1/products?facets=material:', 'querystring.facets'],
  ['/v1/products?facets=:paper', 'querystring.facets'],
  ['/v1/products?facets=material:paper;', 'querystring.facets'],
  ['/v1/products?facets=material:paper%20OR%201=1', 'querystring.facets'],
  [`/v1/products?facets=material:${Array(21).fill('paper').join()}`, 'querystring.facets'],
  [`/v1/products?facets=${Array(11).fill('material:paper').join(';')}`, 'querystring.facets'],
  ['/v1/products?facets=material:paper&facets=colour:white', 'querystring.facets'],
  ['/v1/products?priceFrom=-1', 'querystring.priceFrom'],
  ['/v1/products?priceTo=cheap', 'querystring.priceTo'],
  ['/v1/products?inStock=false', 'querystring.inStock'],
  ['/v1/products/a%20b', 'params.productId'],
  ['/v1/stores?latitude=31', 'querystring.longitude'],
  ['/v1/stores?latitude=91&longitude=0', 'querystring.latitude'],
])('%s is refused, and %s is named', async (url, path) => {
  expect(await stand.visitor().get(url)).toMatchObject({
    status: 400,
    body: { code: 'validation_failed', fields: [{ path }] },
  })
})

describe('a page of the catalogue in a cache', () => {
  test('is kept for a little while, per language', async () => {
    const { headers } = await stand.visitor().get('/v1/products')
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/)
    expect(headers.vary).toContain('Accept-Language')
  })

  test('is not sent again until it changes', async () => {
    const visitor = stand.visitor()
    const etag = String((await visitor.get('/v1/products/vase')).headers.etag)
    expect(await visitor.get('/v1/products/vase', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
    await stand.setStock('VASE', 0)
    const changed = await visitor.get<Product>('/v1/products/vase', { 'if-none-match': etag })
    expect(changed).toMatchObject({ status: 200, body: { tag: 'sold_out', available: false } })
  })

  test('is never somebody’s cart or a failure', async () => {
    const shopper = await stand.shopper()
    expect((await shopper.get('/v1/cart')).headers['cache-control']).toBe('no-store')
    expect((await shopper.get('/v1/products/nothing')).headers).not.toHaveProperty('etag')
  })
})
