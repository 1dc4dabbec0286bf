import type { CatalogueFixture } from '../../fixtures/types'
import type { MagentoStandIn } from '../../stand-in'
import { graphql } from '../../testing/client'
import { openShop } from '../../testing/open-shop'
import { SHOP } from '../../testing/shop'

const both = (zh: string, en: string) => ({ default: zh, en })
/** The shop with an attribute of several values, and one of yes and no. */
const CATALOGUE: CatalogueFixture = {
  ...SHOP,
  attributes: [
    ...SHOP.attributes!,
    {
      code: 'made_of',
      label: both('材质', 'Material'),
      input: 'multiselect',
      filterable: true,
      options: [
        { key: 'wood', label: both('木', 'Wood') },
        { key: 'paper', label: both('纸', 'Paper') },
      ],
    },
    { code: 'washable', label: both('可洗', 'Washable'), input: 'boolean', filterable: true },
  ],
  products: SHOP.products.map((product) =>
    product.sku === 'STOOL' || product.sku === 'LAMP'
      ? {
          ...product,
          attributes: {
            made_of: product.sku === 'LAMP' ? ['paper', 'wood'] : ['wood'],
            washable: product.sku === 'LAMP',
          },
        }
      : product,
  ),
}

describe('what a list is narrowed by', () => {
  let magento: MagentoStandIn
  beforeAll(async () => {
    magento = await openShop({ catalogue: CATALOGUE })
  })
  afterAll(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const LIST = `query List($filter: ProductAttributeFilterInput) { products(filter: $filter) { items { sku }
    aggregations { attribute_code options { label value count } }
    filters { request_var filter_items { __typename label value_string ... on SwatchLayerFilterItem { swatch_data { type value } } } } } }`
  const list = async (filter = {}) => (await graphql(magento.url, LIST, { filter }, { store: 'en' })).data.products
  type Facet = { attribute_code: string; options: { label: string; value: string; count: number }[] }
  const facet = async (code: string) =>
    ((await list()).aggregations as Facet[]).find(({ attribute_code }) => attribute_code === code)!.options

  test('a product of several values is counted under each, and found by any', async () => {
    const [wood, paper] = await facet('made_of')
    expect([wood, paper].map((one) => [one!.label, one!.count])).toEqual([
      ['Wood', 2],
      ['Paper', 1],
    ])
    const { items } = await list({ made_of: { in: [paper!.value] } })
    expect(items).toEqual([{ sku: 'LAMP' }])
  })
  test('yes and no are figures, also where they are read', async () => {
    expect(await facet('washable')).toEqual([
      { label: '0', value: '0', count: 1 },
      { label: '1', value: '1', count: 1 },
    ])
    expect((await list({ washable: { eq: '1' } })).items).toEqual([{ sku: 'LAMP' }])
  })
  test('a choice narrows its own facet, too', async () => {
    const [, paper] = await facet('made_of')
    const { aggregations } = await list({ made_of: { eq: paper!.value } })
    const own = (aggregations as Facet[]).find(({ attribute_code }) => attribute_code === 'made_of')!
    expect(own.options.map(({ label, count }) => [label, count])).toEqual([
      ['Wood', 1],
      ['Paper', 1],
    ])
  })
  test('the former facets alone tell swatches, of the attributes that have them', async () => {
    type Former = { request_var: string; filter_items: Record<string, unknown>[] }
    const { filters } = (await list()) as { filters: Former[] }
    const items = (code: string) => filters.find(({ request_var }) => request_var === code)!.filter_items
    expect(items('wood')).toMatchObject([
      { label: 'Oak', swatch_data: { type: '1', value: '#c8a26a' } },
      { label: 'Black', swatch_data: { type: '2', value: '/swatch/black.jpg' } },
    ])
    expect(items('made_of')[0]).toEqual({
      __typename: 'LayerFilterItem',
      label: 'Wood',
      value_string: expect.any(String),
    })
    expect(filters.some(({ request_var }) => request_var === 'cat')).toBe(true)
  })
  test('how an attribute is chosen from is told of each', async () => {
    const { data } = await graphql(
      magento.url,
      '{ attributesList(entityType: CATALOG_PRODUCT) { items { code frontend_input ... on CatalogAttributeMetadata { is_filterable swatch_input_type } } } }',
    )
    const told = new Map<string, unknown>(data.attributesList.items.map((item: { code: string }) => [item.code, item]))
    expect(told.get('wood')).toMatchObject({
      frontend_input: 'SELECT',
      swatch_input_type: 'VISUAL',
      is_filterable: true,
    })
    expect(told.get('made_of')).toMatchObject({ frontend_input: 'MULTISELECT', swatch_input_type: null })
    expect(told.get('keywords')).toMatchObject({ frontend_input: 'TEXT', is_filterable: false })
  })
})
