import type { Store } from '@xiaopu/contract'
import { citiesOf, storesShown } from './by-city'

const store = (id: string, city: string, distanceMeters: number | null) => ({ id, city, distanceMeters }) as Store
const far = [store('jingan', '上海', null), store('nanshan', '深圳', null), store('xuhui', '上海', null)]
const near = [store('xuhui', '上海', 800), store('jingan', '上海', 2_100), store('nanshan', '深圳', 1_212_000)]

test.each<[string, Store[], string | null, string | null, string[]]>([
  ['without a location all are alike', far, null, null, ['jingan', 'nanshan', 'xuhui']],
  ['without a location, by city', far, '上海', null, ['jingan', 'xuhui']],
  ['with one, the nearest stands out', near, null, 'xuhui', ['jingan', 'nanshan']],
  ['with one, the nearest of a city does', near, '深圳', 'nanshan', []],
  ['a city without a store', near, '成都', null, []],
  ['no store at all', [], null, null, []],
])('%s', (_, stores, city, nearest, others) => {
  const shown = storesShown(stores, city)
  expect([shown.nearest?.id ?? null, shown.others.map(({ id }) => id)]).toEqual([nearest, others])
})

test('each city once, the nearest first', () => {
  expect(citiesOf(near)).toEqual(['上海', '深圳'])
})
