import type { Store } from '@xiaopu/contract'
import { isPlaced, marksOf, pointsInSight, withHeadroom } from './map-marks'

const store = (id: string, latitude: number, longitude: number, distanceMeters: number | null = null) =>
  ({ id, location: { latitude, longitude }, distanceMeters }) as Store
const WUKANG = store('wukang', 31.2, 121.43, 1_300)
const JINGAN = store('jingan', 31.22, 121.44, 2_800)
const SANLITUN = store('sanlitun', 39.93, 116.45, 1_070_000)
const NOWHERE = store('nowhere', 0, 0)
const me = { latitude: 31.21, longitude: 121.42 }
/** Two hundred stores: a hundred in Shanghai, fifty in Beijing, fifty in Shenzhen. */
const chain = Array.from({ length: 200 }, (_, index) => {
  const [latitude, longitude] = index < 100 ? [31.2, 121.4] : index < 150 ? [39.9, 116.4] : [22.5, 114]
  return store(`s${index}`, latitude! + (index % 10) / 100, longitude! + (index % 7) / 100)
})
const ids = (stores: readonly Store[]) => stores.map(({ id }) => id)

test('a few stores have a pin each, and one whose place nobody knows has none', () => {
  expect(marksOf([WUKANG, NOWHERE, SANLITUN], undefined).map(({ stores }) => ids(stores))).toEqual([
    ['wukang'],
    ['sanlitun'],
  ])
  expect(marksOf([NOWHERE], undefined)).toEqual([])
  expect([WUKANG, NOWHERE].map(isPlaced)).toEqual([true, false])
})

test('two hundred stores share pins a finger can tell apart, and none is lost', () => {
  const marks = marksOf(chain, undefined)
  expect(marks.length).toBeLessThanOrEqual(40)
  expect(marks.length).toBeGreaterThan(1)
  expect(ids(marks.flatMap(({ stores }) => stores)).sort()).toEqual(ids(chain).sort())
})

test('the chosen one stands alone among them', () => {
  const marks = marksOf(chain, 's42')
  expect(marks.filter(({ stores }) => stores.some(({ id }) => id === 's42')).map(({ stores }) => ids(stores))).toEqual([
    ['s42'],
  ])
})

test('the stores of one pin have pins of their own, also where all stand in one house', () => {
  const [shared] = marksOf(chain, undefined).filter(({ stores }) => stores.length > 1)
  const opened = marksOf(shared!.stores.slice(0, 40), undefined)
  expect(opened).toHaveLength(Math.min(shared!.stores.length, 40))
  const house = chain.map(({ id }) => store(id, 31.2, 121.4))
  expect(marksOf(house, undefined).map(({ stores }) => stores.length)).toEqual([200])
})

test('two hundred are sorted into pins in a few milliseconds, and what the map is told of them stays small', () => {
  const from = performance.now()
  for (let times = 0; times < 20; times++) marksOf(chain, 's1')
  expect((performance.now() - from) / 20).toBeLessThan(20)
  expect(JSON.stringify(marksOf(chain, 's1').map(({ location }) => location)).length).toBeLessThan(4_000)
})

test.each<[string, Store[], typeof me | null, string[]]>([
  ['all, where nobody knows where the shopper is', [WUKANG, SANLITUN], null, ['31.2', '39.93']],
  ['the shopper and what is near', [WUKANG, JINGAN, SANLITUN], me, ['31.21', '31.2', '31.22']],
  ['the shopper and the nearest, however far', [SANLITUN], me, ['31.21', '39.93']],
  ['nothing, where there is nothing', [NOWHERE], null, []],
  ['all, while no distance is known yet', [store('a', 31, 121), store('b', 32, 121)], me, ['31', '32']],
])('in sight: %s', (_, stores, where, latitudes) => {
  expect(pointsInSight(stores, where).map(({ latitude }) => String(latitude))).toEqual(latitudes)
})

test('above the northernmost pin there is room for its name', () => {
  expect(
    withHeadroom([
      { latitude: 30, longitude: 120 },
      { latitude: 40, longitude: 116 },
    ])[2],
  ).toEqual({
    latitude: 43,
    longitude: 116,
  })
  expect(withHeadroom([])).toEqual([])
})
