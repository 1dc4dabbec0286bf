import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { Facet, Product, ProductPage, ProductSummary } from '@xiaopu/contract'
import { Stand } from '../../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

const list = async (query: string, headers = {}) =>
  (await stand.visitor().get<ProductPage>(`/v1/products?${query}`, headers)).body
const ids = async (query: string) => (await list(query)).items.map(({ id }) => id).sort()
const choice = (facets: Facet[], name: string) => {
  const found = facets.find((facet) => facet.kind === 'choice' && facet.name === name)
  if (found?.kind !== 'choice') throw new Error(`no facet ${name} in ${JSON.stringify(facets)}`)
  return found
}
const ENGLISH = { 'accept-language': 'en' }

describe('a list', () => {
  test('says by what it can be narrowed, and where that leads', async () => {
    const { facets } = await list('')
    const material = choice(facets, '材质')
    expect(material.values.map(({ name, count }) => [name, count]).sort()).toEqual([
      ['纸', 1],
      ['陶', 2],
    ])
    expect(facets).toContainEqual({ kind: 'price', lowest: 0, highest: 19_900 })
    expect(facets).toContainEqual({ kind: 'in_stock' })
    expect(choice((await list('', ENGLISH)).facets, 'Material').id).toBe(material.id)
  })

  test('is narrowed by what it offered', async () => {
    const { id, values } = choice((await list('')).facets, '材质')
    const clay = values.find(({ name }) => name === '陶')!.id
    const paper = values.find(({ name }) => name === '纸')!.id
    expect(await ids(`facets=${id}:${clay}`)).toEqual(['cup', 'vase'])
    expect(await ids(`facets=${id}:${clay},${paper}`)).toEqual(['cup', 'lamp', 'vase'])
    expect(await ids(`facets=${id}:${clay}&priceFrom=10000`)).toEqual(['vase'])
    expect(await ids(`facets=${id}:${clay}&q=花瓶`)).toEqual(['vase'])
    const narrowed = choice((await list(`facets=${id}:${clay}`)).facets, '材质')
    expect(narrowed.values.find(({ id }) => id === paper)?.count).toBe(1)
  })

  test('narrowed by what nobody has is empty, and no mistake', async () => {
    expect(await ids('facets=weight:heavy')).toEqual([])
    expect(await ids('priceFrom=500000')).toEqual([])
  })

  test('of what is in stock leaves out what is not', async () => {
    await stand.setStock('VASE', 0)
    expect(await ids('inStock=true')).toEqual(['cup', 'gift', 'lamp'])
    await stand.restock()
  })

  test('offers facets with its first page only', async () => {
    const first = await list('limit=2')
    const second = await list(`limit=2&cursor=${first.nextCursor}`)
    expect(first.facets).not.toEqual([])
    expect(second.facets).toEqual([])
  })
})

test('where the shop system cannot tell what is in stock, nobody is offered it and asking is refused', async () => {
  const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
  await stand.gateway.close()
  await stand.start({ backend: { ...backend, capabilities: { ...backend.capabilities, stockFilter: false } } })
  const { facets } = await list('')
  const refused = await stand.visitor().get('/v1/products?inStock=true')
  await stand.gateway.close()
  await stand.start()
  expect(facets.map(({ kind }) => kind)).not.toContain('in_stock')
  expect(refused).toMatchObject({ status: 501, body: { code: 'not_supported' } })
})

test('what goes with a product is shown as in a list, and never itself', async () => {
  const { body } = await stand.visitor().get<{ products: ProductSummary[] }>('/v1/products/cup/related')
  expect(body.products.length).toBeGreaterThan(0)
  expect(body.products.map(({ id }) => id)).not.toContain('cup')
  expect(body.products[0]).toHaveProperty('price.from')
})

test('a colour is told as one', async () => {
  const { body } = await stand.visitor().get<Product>('/v1/products/cup')
  expect(body.options[0]!.values.map(({ colour }) => colour)).toEqual(['#f5f2ea', '#3f6f72'])
})
