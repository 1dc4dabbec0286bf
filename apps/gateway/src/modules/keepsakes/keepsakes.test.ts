import type { KeptPage } from '@xiaopu/contract'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.database.execute('truncate gateway.kept_products')
  shopper = await stand.shopper()
})

const mark = (productIds: string[], by = shopper) => by.call('PUT', '/v1/favourites', { productIds })
const look = (...views: [string, Date][]) =>
  shopper.post('/v1/history', { views: views.map(([productId, at]) => ({ productId, at: at.toISOString() })) })
const kept = async (url: string, by = shopper) => (await by.get<KeptPage>(url)).body
const ids = ({ items }: KeptPage) => items.map(({ productId }) => productId)
const ago = (minutes: number) => new Date(stand.clock.now().getTime() - minutes * 60_000)

describe('favourites', () => {
  test('are for who is signed in', async () => {
    expect(await stand.visitor().get('/v1/favourites')).toMatchObject({ status: 401 })
  })

  test('stay where they are when they are marked again, and are gone when unmarked', async () => {
    await mark(['lamp'])
    stand.clock.pass(1_000)
    await mark(['cup', 'lamp'])
    expect(ids(await kept('/v1/favourites'))).toEqual(['cup', 'lamp'])
    expect((await shopper.get('/v1/favourites/ids')).body).toEqual({ productIds: ['cup', 'lamp'] })
    await shopper.post('/v1/favourites/remove', { productIds: ['cup', 'never-marked'] })
    expect(ids(await kept('/v1/favourites'))).toEqual(['lamp'])
  })

  test('show the price of now; what is not on sale any more says so', async () => {
    await mark(['lamp', 'not-a-product'])
    await stand.setPrice('LAMP', 99_00)
    const { items } = await kept('/v1/favourites')
    expect(items.find(({ productId }) => productId === 'lamp')?.product?.price.from).toBe(99_00)
    expect(items.find(({ productId }) => productId === 'not-a-product')?.product).toBeNull()
    await stand.restock()
  })

  test('are the shopper’s own', async () => {
    await mark(['lamp'])
    const chen = await stand.shopper(CHEN)
    await chen.post('/v1/favourites/remove', { productIds: ['lamp'] })
    expect(ids(await kept('/v1/favourites', chen))).toEqual([])
    expect(ids(await kept('/v1/favourites'))).toEqual(['lamp'])
  })

  test('come page by page without gap or repeat, also when many were marked in the same moment', async () => {
    const many = Array.from({ length: 45 }, (_, n) => `p${n}`)
    await mark(many)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: KeptPage = await kept(`/v1/favourites?limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(page.total).toBe(45)
      seen.push(...ids(page))
      cursor = page.nextCursor
    }
    expect(seen.toSorted()).toEqual(many.toSorted())
  })

  test('are five hundred at most: the oldest go, also when two phones mark at once', async () => {
    for (let hundred = 0; hundred < 5; hundred++) {
      await mark(Array.from({ length: 100 }, (_, n) => `old-${hundred}-${n}`))
      stand.clock.pass(1_000)
    }
    await Promise.all([mark(['new-1']), mark(['new-2'])])
    const { body } = await shopper.get<{ productIds: string[] }>('/v1/favourites/ids')
    expect(body.productIds).toHaveLength(500)
    expect(body.productIds).toEqual(expect.arrayContaining(['new-1', 'new-2']))
  })

  test.each([[[]], [['a b']], [Array.from({ length: 101 }, (_, n) => `p${n}`)]])(
    '%j is refused',
    async (productIds) => {
      expect(await mark(productIds)).toMatchObject({ status: 400 })
    },
  )
})

describe('what was looked at', () => {
  test('is there once each, the last look first, whatever order it was told in', async () => {
    await look(['lamp', ago(5)], ['cup', ago(3)], ['lamp', ago(1)])
    await look(['lamp', ago(60)])
    expect(ids(await kept('/v1/history'))).toEqual(['lamp', 'cup'])
  })

  test('tomorrow is now', async () => {
    await look(['lamp', ago(-24 * 60)])
    const { items } = await kept('/v1/history')
    expect(items[0]!.at).toBe(stand.clock.now().toISOString())
  })

  test('is forgotten after ninety days, and at once when the shopper says so', async () => {
    await look(['lamp', ago(89 * 24 * 60)], ['cup', ago(91 * 24 * 60)])
    expect(ids(await kept('/v1/history'))).toEqual(['lamp'])
    await mark(['vase'])
    expect(await shopper.call('DELETE', '/v1/history')).toMatchObject({ status: 204 })
    expect(ids(await kept('/v1/history'))).toEqual([])
    expect(ids(await kept('/v1/favourites'))).toEqual(['vase'])
  })
})
