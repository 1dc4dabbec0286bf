import { failureOf } from '../test/scripted-gateway'
import { openShop, origin, useServer } from '../test/shopping'
import { openingAt } from './opening-hours'

const server = useServer()
const thursdayAtTen = Date.parse('2025-05-01T02:00:00Z')

test('the six goods are one of each kind a page has to cope with', async () => {
  const { api } = openShop(server)
  const { items } = await api.catalog.products()
  expect(
    items.map(({ id, tag, available, price }) => [id, tag, available, price.from, price.to, price.compareAt]),
  ).toEqual([
    ['mug', null, true, 12_800, 12_800, null],
    ['tee', 'new', true, 15_900, 16_900, null],
    ['blanket', 'sale', true, 39_900, 39_900, 59_900],
    ['lamp', 'sold_out', false, 46_800, 46_800, null],
    ['kettle', 'low_stock', true, 68_000, 68_000, null],
    ['desk', null, true, 12_888_800, 12_888_800, null],
  ])
  const tee = await api.catalog.product('tee')
  expect(tee.options.map(({ values }) => values.length)).toEqual([2, 3])
  expect(tee.skus.map(({ optionValueIds }) => optionValueIds.join(' '))).not.toContain('green L')
})

test('names come in the language asked for', async () => {
  const { api } = openShop(server, {}, 'en')
  expect((await api.catalog.product('mug')).name).toBe('Hand-thrown Stoneware Mug')
  expect((await api.catalog.categories())[0]).toMatchObject({ name: 'Living', productCount: 4 })
})

test('a category shows what is below it, a search finds words of either language, and pages follow each other', async () => {
  const { api } = openShop(server)
  const ids = async (query: Parameters<typeof api.catalog.products>[0]) =>
    (await api.catalog.products(query)).items.map(({ id }) => id)
  expect(await ids({ category: 'living' })).toEqual(['mug', 'blanket', 'lamp', 'kettle'])
  expect(await ids({ category: 'kitchen', sort: 'price_desc' })).toEqual(['kettle', 'mug'])
  expect(await ids({ q: 'KETTLE' })).toEqual(['kettle'])
  expect(await ids({ q: '没有的东西' })).toEqual([])
  const { nextCursor } = await api.catalog.products({ limit: 4 })
  expect(await ids({ limit: 4, cursor: nextCursor! })).toEqual(['kettle', 'desk'])
  expect(await failureOf(api.catalog.products({ category: 'garden' }))).toMatchObject({ code: 'not_found' })
  expect(await failureOf(api.catalog.products({ limit: 51 }))).toMatchObject({ code: 'validation_failed' })
  expect(await failureOf(api.catalog.product('none'))).toMatchObject({ code: 'not_found' })
})

test('shops are nearest first for somebody in Shenzhen, and in their own order for nobody knows where', async () => {
  const { api } = openShop(server, { now: () => thursdayAtTen })
  const anywhere = await api.stores.list()
  expect(anywhere.map(({ city, distanceMeters }) => [city, distanceMeters])).toEqual([
    ['上海', null],
    ['深圳', null],
    ['成都', null],
  ])
  const near = await api.stores.list({ latitude: 22.5431, longitude: 114.0579 })
  expect(near.map(({ city }) => city)).toEqual(['深圳', '上海', '成都'])
  expect(near[0]!.distanceMeters).toBeGreaterThan(9_000)
  expect(near[0]!.distanceMeters).toBeLessThan(12_000)
  expect(near.map(({ openNow }) => openNow)).toEqual([true, false, true])
  expect(await failureOf(api.stores.get('none'))).toMatchObject({ code: 'not_found' })
})

test.each([
  ['2025-05-01T02:00:00Z', true, '2025-05-01T12:00:00.000Z'],
  ['2025-05-04T12:00:00Z', false, '2025-05-06T01:00:00.000Z'],
  ['2025-04-30T16:30:00Z', false, '2025-05-01T01:00:00.000Z'],
])('a shop open 9–20 but closed on Mondays: at %s open %p, which changes at %s', (at, openNow, changesAt) => {
  const hours = [{ weekdays: [2, 3, 4, 5, 6, 7], opens: '09:00', closes: '20:00' }]
  expect(openingAt(hours, Date.parse(at))).toEqual({ openNow, changesAt })
})

test('a shop that never closes has nothing that changes', () => {
  const hours = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }]
  expect(openingAt(hours, thursdayAtTen)).toEqual({ openNow: true, changesAt: null })
})

test('pictures are there', async () => {
  const { api } = openShop(server)
  const { picture } = await api.catalog.product('mug')
  const answer = await fetch(picture!.card)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP')
  expect(picture!.card.startsWith(`${origin}/media/`)).toBe(true)
})
