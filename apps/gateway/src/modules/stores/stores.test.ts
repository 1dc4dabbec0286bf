import type { Store, StoreList } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { Stand } from '../../testing/stand'

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
