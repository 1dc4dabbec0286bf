import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPostgresCommerce, type Database } from '@xiaopu/commerce-postgres'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { createReviewBook, migrateAll } from '@xiaopu/gateway'
import { demoReviews } from './catalogue'
import { seedReviews } from './reviews'
import { seedShop } from './seed-shop'

jest.setTimeout(180_000)

const zh = { locale: 'zh-CN' } as const

describe('a shop that is filled for the first time', () => {
  let dataDir: string
  let database: Database
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'xiaopu-seed-'))
    database = await openInMemory()
    await migrateAll(database)
    await seedShop({ database, dataDir })
  })
  afterAll(async () => {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const shop = () => createPostgresCommerce({ database })
  const book = () => createReviewBook(database.db, () => new Date())
  const quote = (skuId: string, quantity: number, coupon: string) =>
    shop().checkout.quote(
      { ...zh, customer: { id: 'somebody' } },
      { items: [{ skuId, quantity }], address: null, coupons: [coupon] },
    )

  test('can be narrowed by colour and material, in both languages', async () => {
    const facets = async (locale: 'zh-CN' | 'en') =>
      (await shop().catalog.products({ locale }, { sort: 'relevance', limit: 1 }))!.facets.flatMap((facet) =>
        facet.kind === 'choice' ? [facet] : [],
      )
    expect((await facets('zh-CN')).map(({ name }) => name)).toEqual(['色系', '材质'])
    const [colours] = await facets('en')
    expect(colours!.name).toBe('Colour')
    for (const { colour, count } of colours!.values) {
      expect(colour).toMatch(/^#[0-9a-f]{6}$/)
      expect(count).toBeGreaterThan(0)
    }
  })

  test('shows the colours one chooses by', async () => {
    const chair = await shop().catalog.product(zh, 'modern-cafe-chair')
    expect(chair!.options[0]!.values.map(({ colour }) => colour)).not.toContain(null)
  })

  test('has a film, which every phone plays', async () => {
    const chair = await shop().catalog.product(zh, 'modern-cafe-chair')
    expect(chair!.video).toMatchObject({ width: 720, height: 720, seconds: 6, poster: { width: 720 } })
    expect(chair!.video!.bytes).toBeLessThan(300_000)
  })

  test.each([
    ['HELLO30', '202.493.30', 2, '新人首单满 200 减 30', 3_000],
    ['SHIWU90', '304.096.29', 1, '满 500 打 9 折', 19_990],
    ['HOME120', '304.096.29', 1, '家具满 1000 减 120', 12_000],
  ])('takes %s', async (code, sku, quantity, name, discount) => {
    expect((await quote(sku, quantity, code)).coupons).toMatchObject([{ code, name, discount }])
  })

  test('does not take the coupon for furniture on a camera, nor below the threshold', async () => {
    expect((await quote('B07D990021', 1, 'HOME120')).couponsRefused).toMatchObject([{ reason: 'other_goods' }])
    expect((await quote('202.493.30', 1, 'HELLO30')).couponsRefused).toMatchObject([{ missing: 7_100 }])
  })

  test('has reviews of several products, some of them answered, newest first', async () => {
    const stool = await book().shown('wooden-stool', {}, { after: undefined, limit: 10 })
    expect(stool.map(({ stars }) => stars).sort()).toEqual([3, 4, 5, 5])
    expect(stool.filter(({ reply }) => reply !== null)).toHaveLength(2)
    const written = stool.map(({ createdAt }) => createdAt.getTime())
    expect(written).toEqual(written.toSorted((a, b) => b - a))
    const reviewed = new Set((await demoReviews()).map(({ sku }) => sku))
    expect(reviewed.size).toBeGreaterThanOrEqual(8)
  })

  test('tells nobody of the orders behind them, and makes none a second time', async () => {
    expect(await shop().events.claim(10, 1)).toEqual([])
    const orders = async () => Number((await database.execute('select count(*) as n from commerce.orders')).rows[0].n)
    const before = await orders()
    await seedReviews(database, await demoReviews())
    expect(await orders()).toBe(before)
    expect(await book().countOf('wooden-stool', {})).toBe(4)
  })
})
