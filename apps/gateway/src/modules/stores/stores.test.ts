import type { MyStore, Store, StoreList } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

test('the nearest store comes first, with its distance', async () => {
  const near = async (latitude: number, longitude: number) =>
    (await stand.visitor().get<StoreList>(`/v1/stores?latitude=${latitude}&longitude=${longitude}`)).body.stores
  expect((await near(31.2, 121.4)).map(({ id }) => id)).toEqual(['sh-anfu', 'bj-sanlitun'])
  const [first] = await near(39.9365, 116.4551)
  expect(first).toMatchObject({ id: 'bj-sanlitun', distanceMeters: 0 })
})

test('nobody has to say where they are', async () => {
  const { body } = await stand.visitor().get<StoreList>('/v1/stores')
  expect(body.stores.map(({ distanceMeters }) => distanceMeters)).toEqual([null, null])
})

test('a store says whether it is open, and until when', async () => {
  const store = async () => (await stand.visitor().get<Store>('/v1/stores/sh-anfu')).body
  // Ten in the morning in Shanghai: the door has just been opened.
  expect(await store()).toMatchObject({ openNow: true, changesAt: '2026-03-02T14:00:00.000Z' })
  stand.clock.pass(DAY / 2 + 1_000)
  expect(await store()).toMatchObject({ openNow: false, changesAt: '2026-03-03T02:00:00.000Z' })
})

test.each([
  ['上海', ['sh-anfu']],
  ['anfulu', ['sh-anfu']],
  ['afl', ['sh-anfu']],
  ['sanlitun', ['bj-sanlitun']],
  ['Beijing san', ['bj-sanlitun']],
  [' ', ['sh-anfu', 'bj-sanlitun']],
  ['成都', []],
])('looking for %s, in whatever language the phone speaks', async (q, ids) => {
  for (const language of ['zh-CN', 'en']) {
    const found = await stand
      .visitor()
      .get<StoreList>(`/v1/stores?q=${encodeURIComponent(q)}`, { 'accept-language': language })
    expect(found.body.stores.map(({ id }) => id)).toEqual(ids)
  }
})

test('what was found comes nearest first too, and words without end are refused', async () => {
  const near = await stand.visitor().get<StoreList>('/v1/stores?q=lu&latitude=39.9&longitude=116.4')
  expect(near.body.stores.map(({ id, distanceMeters }) => [id, typeof distanceMeters])).toEqual([['sh-anfu', 'number']])
  expect(await stand.visitor().get(`/v1/stores?q=${'a'.repeat(51)}`)).toMatchObject({
    status: 400,
    body: { code: 'validation_failed', fields: [{ path: 'querystring.q' }] },
  })
})

describe('my store', () => {
  const choose = (by: Visitor, storeId: string | null, chosenAt = stand.clock.now().toISOString()) =>
    by.call<MyStore>('PUT', '/v1/me/store', { storeId, chosenAt })
  const mine = async (by: Visitor) => (await by.get<MyStore>('/v1/me/store')).body
  const ago = (ms: number) => new Date(stand.clock.ms() - ms).toISOString()

  test('is the same on every phone, and nobody else’s', async () => {
    const [phone, tablet, chen] = [await stand.shopper(), await stand.shopper(), await stand.shopper(CHEN)]
    expect(await mine(phone)).toEqual({ storeId: null, chosenAt: null, gone: null })
    expect((await choose(phone, 'sh-anfu')).body).toMatchObject({ storeId: 'sh-anfu', gone: null })
    expect(await mine(tablet)).toMatchObject({ storeId: 'sh-anfu' })
    expect(await mine(chen)).toMatchObject({ storeId: null })
    expect(await stand.visitor().get('/v1/me/store')).toMatchObject({ status: 401 })
  })

  test('of two choices the newer one counts, in whatever order they are told, and none is a choice too', async () => {
    const lin = await stand.shopper()
    stand.clock.pass(DAY)
    await choose(lin, 'bj-sanlitun', ago(1_000))
    expect((await choose(lin, 'sh-anfu', ago(2_000))).body).toMatchObject({ storeId: 'bj-sanlitun' })
    expect((await choose(lin, null, ago(500))).body).toMatchObject({ storeId: null, gone: null })
    expect((await choose(lin, 'sh-anfu', ago(800))).body).toMatchObject({ storeId: null })
    const both = [choose(lin, 'sh-anfu', ago(2)), choose(lin, 'bj-sanlitun', ago(1))]
    await Promise.all(both)
    expect(await mine(lin)).toMatchObject({ storeId: 'bj-sanlitun' })
  })

  test('a phone whose clock is ahead does not win for ever', async () => {
    const lin = await stand.shopper()
    stand.clock.pass(DAY)
    await choose(lin, 'bj-sanlitun', ago(-30 * DAY))
    stand.clock.pass(1_000)
    expect((await choose(lin, 'sh-anfu')).body).toMatchObject({ storeId: 'sh-anfu' })
  })

  test('that is closed since is told by its name', async () => {
    const lin = await stand.shopper()
    stand.clock.pass(DAY)
    await choose(lin, 'sh-anfu')
    await stand.database.execute(`update gateway.my_stores set store_id = 'closed'`)
    expect(await mine(lin)).toMatchObject({ storeId: null, gone: '安福路店' })
  })

  test.each([
    ['no store of ours', { storeId: 'nowhere', chosenAt: '2026-03-02T00:00:00.000Z' }, 404, 'not_found'],
    ['no time', { storeId: 'sh-anfu' }, 400, 'validation_failed'],
    ['no moment', { storeId: 'sh-anfu', chosenAt: 'yesterday' }, 400, 'validation_failed'],
    ['more than asked', { storeId: null, chosenAt: '2026-03-02T00:00:00.000Z', name: 'x' }, 400, 'validation_failed'],
  ])('%s is refused, and nothing is written', async (_, body, status, code) => {
    const chen = await stand.shopper(CHEN)
    expect(await chen.call('PUT', '/v1/me/store', body)).toMatchObject({ status, body: { code } })
    expect(await mine(chen)).toEqual({ storeId: null, chosenAt: null, gone: null })
  })
})
