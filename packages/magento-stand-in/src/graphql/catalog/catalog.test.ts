import type { MagentoStandIn } from '../../stand-in'
import { graphql } from '../../testing/client'
import { openShop } from '../../testing/open-shop'

describe('the catalogue', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const LIST = `query List($search: String, $filter: ProductAttributeFilterInput, $sort: ProductAttributeSortInput, $size: Int, $page: Int) {
    products(search: $search, filter: $filter, sort: $sort, pageSize: $size, currentPage: $page) { total_count
      items { sku name stock_status only_x_left_in_stock } aggregations { attribute_code options { label value count } } } }`
  const list = async (variables: Record<string, unknown>, headers = {}) =>
    graphql(magento.url, LIST, variables, headers)
  const skus = async (variables: Record<string, unknown>, headers = {}) =>
    (await list(variables, headers)).data.products.items.map(({ sku }: { sku: string }) => sku)

  test.each([
    ['neither words nor filter', {}, "'search' or 'filter' input argument is required."],
    ['no page size', { search: '椅', size: 0 }, 'pageSize value must be greater than 0.'],
    ['page nought', { search: '椅', page: 0 }, 'currentPage value must be greater than 0.'],
    [
      'a page past the last',
      { search: '椅', page: 9 },
      'currentPage value 9 specified is greater than the 1 page(s) available.',
    ],
  ])('%s is an input error', async (_, variables, message) => {
    expect((await list(variables)).errors[0]).toMatchObject({ message, extensions: { category: 'graphql-input' } })
  })
  test('an attribute that no merchant made filterable is not in the schema', async () => {
    expect((await list({ filter: { openness: { eq: '1' } } })).errors[0]!.message).toContain(
      '"openness" is not defined',
    )
  })

  test.each([
    ['椅', {}, ['CHAIR']],
    ['chair', { store: 'en' }, ['CHAIR']],
    // Another store view's words are not looked through.
    ['chair', {}, ['CHAIR']],
    ['Round stool', { store: 'en' }, ['STOOL']],
    ['榉木 凳', {}, ['STOOL']],
    ['原木', {}, ['CHAIR']],
    ['航空母舰', {}, []],
    ['%', {}, []],
  ])('%p finds, with %p, %p', async (search, headers, found) => {
    expect(await skus({ search }, headers)).toEqual(found)
  })
  test('a variant is no product of its own, but its SKU finds the parent', async () => {
    expect(await skus({ filter: { sku: { eq: 'CHAIR-OAK' } } })).toEqual([])
    expect(await skus({ search: 'CHAIR-OAK' })).toEqual(['CHAIR'])
  })
  test('a category has what is below it', async () => {
    const { data } = await graphql(
      magento.url,
      '{ categories { items { uid children { uid name include_in_menu product_count } } } }',
    )
    const [home, services] = data.categories.items[0].children
    expect([home.name, home.product_count, services.include_in_menu]).toEqual(['家居', 5, 0])
    expect(await skus({ filter: { category_uid: { eq: home.uid } } })).toEqual([
      'CHAIR',
      'STOOL',
      'LAMP',
      'CORNER',
      'SET',
    ])
    expect(await skus({ filter: { category_uid: { eq: 'bm9uZQ==' } } })).toEqual([])
  })
  test('prices are filtered as texts and sorted as numbers', async () => {
    const filter = { price: { from: '100', to: '300' } }
    expect(await skus({ filter, sort: { price: 'DESC' } })).toEqual(['LAMP', 'CORNER', 'SET', 'STOOL'])
    expect(await skus({ filter: { price: { from: '399' } } })).toEqual(['CHAIR'])
  })
  test('a facet counts, and its value filters', async () => {
    const { data } = await list({ filter: {} })
    const wood = data.products.aggregations.find((one: { attribute_code: string }) => one.attribute_code === 'wood')
    expect(wood.options.map(({ label, count }: { label: string; count: number }) => [label, count])).toEqual([
      ['原木', 1],
      ['黑色', 1],
    ])
    expect(await skus({ filter: { wood: { eq: wood.options[0].value } } })).toEqual(['CHAIR'])
  })
  test('a sortable attribute of the merchant sorts', async () => {
    const sorted = await skus({ filter: { category_uid: { in: ['NA==', 'NQ=='] } }, sort: { on_sale_since: 'DESC' } })
    expect(sorted).toEqual(['CHAIR', 'LAMP', 'STOOL'])
  })

  test('a sold-out product is nowhere, unless the merchant shows such', async () => {
    magento.control.setStock('LAMP', 0)
    expect(await skus({ filter: { sku: { eq: 'LAMP' } } })).toEqual([])
    magento.control.configure({ showOutOfStock: true })
    const { data } = await list({ filter: { sku: { eq: 'LAMP' } } })
    expect(data.products.items[0].stock_status).toBe('OUT_OF_STOCK')
  })
  test('how many are left is told below the threshold only', async () => {
    const left = async () =>
      (await list({ filter: { sku: { eq: 'LAMP' } } })).data.products.items[0].only_x_left_in_stock
    expect(await left()).toBeNull()
    magento.control.configure({ stockThreshold: 5 })
    expect(await left()).toBe(5)
    magento.control.setStock('LAMP', 6)
    expect(await left()).toBeNull()
  })

  const PRODUCT = `query Product($uids: [ID!]) { products(filter: { sku: { eq: "CHAIR" } }) { items { sku ... on ConfigurableProduct {
    configurable_options { values { uid label } } variants { product { sku } }
    configurable_product_options_selection(configurableOptionValueUids: $uids) { options_available_for_selection { option_value_uids } variant { sku } } } } } }`
  const chair = async (uids: string[] = []) => (await graphql(magento.url, PRODUCT, { uids })).data.products.items[0]

  test('a disabled variant is gone, with the value only it had; with the leak, it is there', async () => {
    magento.control.putOffSale('CHAIR-BLACK')
    const shown = await chair()
    expect(shown.variants).toEqual([{ product: { sku: 'CHAIR-OAK' } }])
    expect(shown.configurable_options[0].values.map(({ label }: { label: string }) => label)).toEqual(['原木'])
    magento.control.arm({ kind: 'disabledVariantsLeak' }, 'always')
    expect((await chair()).variants).toHaveLength(2)
  })
  test('values chosen lead to a variant; the known bug leaves values out', async () => {
    const [oak] = (await chair()).configurable_options[0].values
    const chosen = (await chair([oak.uid])).configurable_product_options_selection
    expect(chosen).toEqual({
      options_available_for_selection: [{ option_value_uids: [oak.uid] }],
      variant: { sku: 'CHAIR-OAK' },
    })
    magento.control.arm({ kind: 'incompleteSelection' }, 'always')
    expect(
      (await chair()).configurable_product_options_selection.options_available_for_selection[0].option_value_uids,
    ).toHaveLength(1)
  })
})
