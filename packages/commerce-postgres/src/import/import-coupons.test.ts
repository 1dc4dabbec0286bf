import { createPostgresCommerce, importCoupons } from '..'
import { table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { emptied } from '../testing/emptied'
import { newShopper, shopBench } from '../testing/shop-bench'

const HEADINGS = ['code', 'name:zh-CN', 'name:en', 'amount', 'percent', 'threshold', 'categories', 'products']
const MORE = ['firstOrderOnly', 'stackable', 'startsAt', 'endsAt', 'usageLimit', 'perCustomer']

describe.each(BACKINGS)('importing coupons on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
    await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())
  beforeEach(() => emptied(opened.database, ['commerce.coupons']))

  type Row = Record<string, string>
  const run = (...rows: Row[]) => {
    const headings = [...HEADINGS, ...MORE]
    const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''))
    return importCoupons({ database: opened.database, csv: table(headings, cells) })
  }
  const errors = (answer: Awaited<ReturnType<typeof run>>) => {
    if (answer.ok) throw new Error('It was imported')
    return answer.errors.map(({ line, column, message }) => [line, column, message])
  }
  const all = () => createPostgresCommerce({ database: opened.database }).merchant!.coupons()
  const SPRING = { code: 'SPRING', 'name:zh-CN': '春季券', 'name:en': 'Spring', amount: '20' }

  test.each<[string, Row, string, RegExp]>([
    ['no code', { code: '' }, 'code', /missing/],
    ['a code that is too long', { code: 'x'.repeat(51) }, 'code', /longer than 50/],
    ['a code with what cannot be seen', { code: 'SPR\u200BING' }, 'code', /cannot be seen/],
    ['no name', { 'name:zh-CN': '', 'name:en': '' }, 'name', /missing/],
    ['neither amount nor percentage', { amount: '' }, 'amount', /one of the two/],
    ['both', { percent: '10' }, 'amount', /one of the two/],
    ['an amount in words', { amount: 'ten' }, 'amount', /not a price/],
    ['nothing off', { amount: '0.00' }, 'amount', /takes nothing off/],
    ['everything off', { amount: '', percent: '100' }, 'percent', /At most 99/],
    ['no percent', { amount: '', percent: '0' }, 'percent', /from 1 up/],
    ['a threshold below zero', { threshold: '-1' }, 'threshold', /not a price/],
    ['a category there is not', { categories: 'Home|Cellar' }, 'categories', /no "Cellar"/],
    ['a product there is not', { products: 'cellar-door' }, 'products', /no "cellar-door"/],
    ['a day there is not', { endsAt: '2025-02-30' }, 'endsAt', /not a date/],
    ['an end before the start', { startsAt: '2025-06-02', endsAt: '2025-06-01' }, 'endsAt', /before it starts/],
    ['perhaps', { firstOrderOnly: 'perhaps' }, 'firstOrderOnly', /neither true nor false/],
    ['no use for a shopper', { perCustomer: '0' }, 'perCustomer', /from 1 up/],
  ])('%s is told by line and column, and nothing is written', async (_, changes, column, message) => {
    const answer = await run(SPRING, { ...SPRING, code: 'SUMMER', ...changes })
    expect(errors(answer)).toEqual([[3, column, expect.stringMatching(message)]])
    expect(await all()).toEqual([])
  })
  test('a code twice, in any case', async () => {
    expect(errors(await run(SPRING, { ...SPRING, code: 'spring' }))).toEqual([
      [3, 'code', '"spring" is in line 2 already.'],
    ])
  })
  test('columns that are missing, and columns that mean nothing', async () => {
    const csv = (headings: string[]) => table(headings, [headings.map(() => 'x')])
    const { database } = opened
    expect(errors(await importCoupons({ database, csv: csv(['amount']) })).map(([, column]) => column)).toEqual([
      'name',
      'code',
    ])
    const odd = table(['code', 'name', 'amount', 'colour'], [['A', 'A', '1', 'red']])
    expect(await importCoupons({ database, csv: odd })).toMatchObject({
      warnings: [expect.stringContaining('colour')],
    })
  })

  test('everything a coupon can say', async () => {
    const full = {
      ...SPRING,
      amount: '',
      percent: '15',
      threshold: '199.50',
      categories: '家居/座椅|Outdoor',
      products: 'paper-lamp',
      firstOrderOnly: 'TRUE',
      stackable: 'true',
      startsAt: '2025-06-01',
      endsAt: '2025-06-30',
      usageLimit: '100',
      perCustomer: '2',
    }
    expect(await run(full, { code: 'PLAIN', 'name:zh-CN': '券', amount: '8.88' })).toEqual({
      ok: true,
      report: { coupons: 2, created: 2, updated: 0 },
      warnings: [],
    })
    const coupons = await all()
    expect(coupons.find(({ code }) => code === 'SPRING')).toEqual({
      code: 'SPRING',
      name: { 'zh-CN': '春季券', en: 'Spring' },
      benefit: { kind: 'percent', percent: 15 },
      threshold: 19_950,
      scope: { categoryIds: ['home.seating', 'outdoor'], productIds: ['paper-lamp'] },
      firstOrderOnly: true,
      stackable: true,
      startsAt: new Date('2025-05-31T16:00:00Z'),
      // The last day counts until it is over in Shanghai.
      endsAt: new Date('2025-06-30T16:00:00Z'),
      usageLimit: 100,
      perCustomer: 2,
      used: 0,
    })
    expect(coupons.find(({ code }) => code === 'PLAIN')).toMatchObject({
      name: { 'zh-CN': '券', en: '券' },
      benefit: { kind: 'fixed', amount: 888 },
      scope: null,
      perCustomer: 1,
    })
  })
  test('run again, a code is changed; one the file does not name stays', async () => {
    await run(SPRING, { ...SPRING, code: 'SUMMER' })
    expect(await run({ ...SPRING, code: 'Spring', amount: '30' })).toMatchObject({
      report: { coupons: 1, created: 0, updated: 1 },
    })
    expect((await all()).map(({ code, benefit }) => [code, benefit]).sort()).toEqual([
      ['SUMMER', { kind: 'fixed', amount: 2_000 }],
      ['Spring', { kind: 'fixed', amount: 3_000 }],
    ])
    const { checkout } = createPostgresCommerce({ database: opened.database })
    const quote = await checkout.quote(newShopper(), {
      items: [{ skuId: 'LAMP', quantity: 1 }],
      address: null,
      coupons: ['SPRING'],
    })
    expect(quote.coupons).toEqual([{ code: 'Spring', name: '春季券', discount: 3_000, stackable: false }])
  })
})
