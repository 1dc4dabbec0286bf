import type { Facet, ProductQuery, ProductSort } from '../port/catalog'
import type { Context } from '../port/values'
import { CONFORMANCE_ATTRIBUTES } from './catalogue'
import { type Bench, testIf } from './shop'

const SORTS: ProductSort[] = ['relevance', 'newest', 'price_asc', 'price_desc', 'sales']
const en = { locale: 'en' } as const
type Choice = Extract<Facet, { kind: 'choice' }>
/** Values by the name of their facet, in English. */
type Chosen = Record<string, string[]>

export function describeFacets(bench: Bench): void {
  const { catalog } = bench.backend
  const { capabilities } = bench.conformance

  const list = async (query: Partial<ProductQuery> = {}, context: Context = en) =>
    (await catalog.products(context, { sort: 'relevance', limit: 50, ...query }))!
  /** The choices as a shopper makes them: by what the whole list offers. */
  const choosing = async (chosen: Chosen): Promise<Pick<ProductQuery, 'facets'>> => {
    const { facets } = await list()
    const picked = Object.entries(chosen).map(([name, values]) => {
      const facet = choice(facets, name)
      return [facet.id, values.map((value) => facet.values.find((one) => one.name === value)!.id)]
    })
    return { facets: Object.fromEntries(picked) }
  }
  const namesOf = async (query: Partial<ProductQuery>) => (await list(query)).items.map(({ name }) => name).sort()
  const categoryId = async (name: string) =>
    (await catalog.categories(en)).find((category) => category.name === name)!.id

  describe('an unhappy path', () => {
    test('a facet nobody knows leads to nothing', async () => {
      expect(await list({ facets: { 'no-such-facet': ['1'] } })).toMatchObject({ items: [], nextCursor: null })
    })
    test('a value nobody knows leads to nothing', async () => {
      const { id } = choice((await list()).facets, 'Material')
      expect((await list({ facets: { [id]: ['no-such-value'] } })).items).toEqual([])
    })
    test('choices that no product has all of lead to nothing', async () => {
      const { items, nextCursor } = await list(await choosing({ Material: ['Wool'], Tint: ['Green'] }))
      expect([items, nextCursor]).toEqual([[], null])
    })
    test('a lowest price above the highest leads to nothing', async () => {
      expect((await list({ priceFrom: 30_000, priceTo: 10_000 })).items).toEqual([])
    })
  })

  test.each(['zh-CN', 'en'] as const)('the choices are offered in %s, with what each leads to', async (locale) => {
    const { facets } = await list({}, { locale })
    expect(countsOf(choice(facets, locale === 'en' ? 'Material' : '材质'))).toEqual(
      locale === 'en'
        ? { Beech: 2, Paper: 2, Wool: 1, Canvas: 1, 'Stainless steel': 1 }
        : { 榉木: 2, 纸: 2, 羊毛: 1, 帆布: 1, 不锈钢: 1 },
    )
    expect(countsOf(choice(facets, locale === 'en' ? 'Tint' : '色系'))).toEqual(
      locale === 'en' ? { Natural: 2, White: 2, Green: 2 } : { 自然色: 2, 白色系: 2, 绿色系: 2 },
    )
  })
  test('ids are fit for an address', async () => {
    for (const { name } of CONFORMANCE_ATTRIBUTES) {
      const facet = choice((await list()).facets, name.en)
      expect(facet.id).toMatch(/^[\w.-]{1,64}$/)
      for (const { id } of facet.values) expect(id).toMatch(/^[\w.=+-]{1,64}$/)
    }
  })
  test('a value wears its own colour, or none', async () => {
    const { facets } = await list()
    const colours = Object.values(CONFORMANCE_ATTRIBUTES[1]!.values).map(({ en, colour }) => [en, colour])
    for (const [name, colour] of colours) {
      expect([null, colour]).toContain(choice(facets, 'Tint').values.find((value) => value.name === name)!.colour)
    }
    expect(choice(facets, 'Material').values.map(({ colour }) => colour)).toEqual(Array(5).fill(null))
  })
  test('only the first page tells what can be chosen', async () => {
    const first = await list({ limit: 2 })
    expect(first.facets.length).toBeGreaterThan(0)
    expect((await list({ limit: 2, cursor: first.nextCursor! })).facets).toEqual([])
  })

  test('values of one facet are "or"', async () => {
    expect(await namesOf(await choosing({ Material: ['Beech', 'Paper'] }))).toEqual(
      ['Arc chair', 'Round stool', 'Paper lamp', 'Postcard'].sort(),
    )
  })
  test('facets are "and"', async () => {
    expect(await namesOf(await choosing({ Material: ['Beech', 'Paper'], Tint: ['White'] }))).toEqual(
      ['Round stool', 'Paper lamp'].sort(),
    )
  })
  test('what a value leads to follows the other facets, and not its own', async () => {
    const { facets } = await list(await choosing({ Material: ['Paper'] }))
    expect(countsOf(choice(facets, 'Material'))).toEqual({
      Beech: 2,
      Paper: 2,
      Wool: 1,
      Canvas: 1,
      'Stainless steel': 1,
    })
    expect(countsOf(choice(facets, 'Tint'))).toEqual({ White: 1 })
  })
  test('what is off sale is not counted', async () => {
    await bench.shop.putOffSale('TENT')
    expect(countsOf(choice((await list()).facets, 'Tint'))).toEqual({ Natural: 2, White: 2, Green: 1 })
  })

  describe('by price', () => {
    const prices = async (query: Partial<ProductQuery>) => (await list(query)).items.map(({ price }) => price.from)
    test('from, to, and both: the price a list shows, ends included', async () => {
      expect(await prices({ priceFrom: 39_900, sort: 'price_asc' })).toEqual([39_900, 89_900])
      expect(await prices({ priceTo: 12_900, sort: 'price_asc' })).toEqual([500, 9_900, 12_900])
      expect(await prices({ priceFrom: 12_900, priceTo: 25_900, sort: 'price_asc' })).toEqual([12_900, 25_900])
    })
    test('the prices there are span the list, whatever price is asked for', async () => {
      for (const query of [{}, { priceFrom: 12_900, priceTo: 25_900 }]) {
        const { lowest, highest } = priceFacet((await list(query)).facets)!
        expect(lowest).toBeLessThanOrEqual(500)
        expect(highest).toBeGreaterThanOrEqual(89_900)
      }
    })
    test('a price narrows what the other facets lead to', async () => {
      const { facets } = await list({ priceTo: 12_900 })
      expect(countsOf(choice(facets, 'Material'))).toEqual({ Beech: 1, Paper: 1, 'Stainless steel': 1 })
    })
  })

  test('narrowing to what is in stock is offered where the back end can', async () => {
    const offered = (await list()).facets.some(({ kind }) => kind === 'in_stock')
    expect(offered).toBe(capabilities.stockFilter)
  })
  testIf(capabilities.stockFilter)('what is sold out is left out of what is in stock, and of the counts', async () => {
    await bench.shop.setStock('LAMP', 0)
    const { items, facets } = await list({ inStock: true })
    expect(items.map(({ name }) => name)).not.toContain('Paper lamp')
    expect(items).toHaveLength(6)
    expect(countsOf(choice(facets, 'Material'))).toMatchObject({ Beech: 2, Paper: 1 })
    expect(await namesOf({})).toContain('Paper lamp')
  })

  test('choices, words and a category narrow each other', async () => {
    const tint = await choosing({ Tint: ['White'] })
    const query = { words: 'solid', categoryId: await categoryId('Home') }
    expect(await namesOf(query)).toEqual(['Arc chair', 'Round stool'])
    expect(await namesOf({ ...query, ...tint })).toEqual(['Round stool'])
    expect(await namesOf({ ...query, ...tint, categoryId: await categoryId('Outdoor') })).toEqual([])
    const { facets } = await list({ ...query, ...tint })
    expect(countsOf(choice(facets, 'Material'))).toEqual({ Beech: 1 })
    expect(countsOf(choice(facets, 'Tint'))).toEqual({ Natural: 1, White: 1 })
  })

  test.each(SORTS)('pages of a narrowed list by %s have no gaps and no repeats', async (sort) => {
    const narrow = { ...(await choosing({ Material: ['Beech', 'Paper'] })), priceFrom: 500, priceTo: 39_900, sort }
    const all = await list(narrow)
    expect(all.items).toHaveLength(4)
    const paged: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await list({ ...narrow, limit: 1, cursor })
      paged.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all.items.map(({ id }) => id))
    if (all.total !== null) expect(all.total).toBe(4)
  })
}

function choice(facets: Facet[], name: string): Choice {
  const found = facets.find((facet): facet is Choice => facet.kind === 'choice' && facet.name === name)
  if (!found) throw new Error(`There is no facet ${name} among ${JSON.stringify(facets)}`)
  return found
}

function priceFacet(facets: Facet[]) {
  return facets.find((facet) => facet.kind === 'price')
}

/** What each value leads to; those that lead nowhere may be told or not. */
function countsOf({ values }: Choice): Record<string, number> {
  return Object.fromEntries(values.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]))
}
