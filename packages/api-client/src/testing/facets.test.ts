import type { Facet } from '@xiaopu/contract'
import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { openShop, useServer } from '../test/shopping'
import type { Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server))
})
afterEach(() => expect(shop.faults).toEqual([]))

const counts = (facets: Facet[], id: string) =>
  facets.flatMap((facet) =>
    facet.kind === 'choice' && facet.id === id ? facet.values.map(({ id, count }) => [id, count]) : [],
  )
const ids = async (query: Parameters<typeof api.catalog.products>[0]) =>
  (await api.catalog.products(query)).items.map(({ id }) => id)

test.each(['colour', 'colour:', ':12', 'colour:a;;material:b', 'colour:a b', '颜色:米白'])(
  'choices written as %j are refused',
  async (facets) => {
    const answer = await fetch(`https://shop.test/v1/products?facets=${encodeURIComponent(facets)}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'validation_failed', fields: [{ path: 'facets' }] })
  },
)

test('a colour nobody sells leads to nothing, and is no mistake', async () => {
  expect(await ids({ facets: { colour: ['pink'] } })).toEqual([])
  expect(await ids({ facets: { weight: ['heavy'] } })).toEqual([])
})

test('a list says by what it can be narrowed, with the first page only', async () => {
  const { facets, nextCursor } = await api.catalog.products({ limit: 4 })
  expect(facets.map((facet) => (facet.kind === 'choice' ? facet.name : facet.kind))).toEqual([
    '颜色',
    '材质',
    'price',
    'in_stock',
  ])
  expect(facets.find(({ kind }) => kind === 'price')).toMatchObject({ lowest: 128_00, highest: 128_888_00 })
  expect((await api.catalog.products({ limit: 4, cursor: nextCursor! })).facets).toEqual([])
})

test('any value of a facet counts, and every facet', async () => {
  expect(await ids({ facets: { colour: ['cream', 'black'] } })).toEqual(['tee', 'lamp', 'kettle'])
  expect(await ids({ facets: { colour: ['cream', 'black'], material: ['iron', 'cotton'] } })).toEqual(['tee', 'kettle'])
  expect(await ids({ category: 'living', facets: { colour: ['cream'] }, inStock: true })).toEqual([])
  expect(await ids({ priceFrom: 159_01, priceTo: 400_00 })).toEqual(['tee', 'blanket'])
})

test('a facet is counted by the choices in the others and not its own', async () => {
  const { facets } = await api.catalog.products({ facets: { colour: ['cream'] } })
  expect(counts(facets, 'colour')).toEqual([
    ['cream', 2],
    ['green', 1],
    ['grey', 1],
    ['black', 1],
  ])
  expect(counts(facets, 'material')).toContainEqual(['iron', 0])
  expect(counts(facets, 'material')).toContainEqual(['paper', 1])
})

test('what may be liked with a product is of its shelf first, and never itself', async () => {
  expect((await api.catalog.related('mug')).map(({ id }) => id)).toEqual(['blanket', 'lamp', 'kettle', 'tee', 'desk'])
  expect(await failureOf(api.catalog.related('none'))).toMatchObject({ code: 'not_found' })
})
