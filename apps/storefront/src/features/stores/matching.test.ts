import type { Store } from '@xiaopu/contract'
import { type StoreWish, servicesToChoose, storesMatching } from './matching'

const store = (id: string, city: string, address: string, openNow: boolean, services: string[]) =>
  ({ id, name: `${city}${id}店`, city, address, openNow, services }) as Store
const all = [
  store('静安', '上海', '南京西路 1788 号 Plaza', true, ['pickup', 'coffee']),
  store('徐汇', '上海', '武康路 378 号', false, ['pickup']),
  store('南山', '深圳', '深南大道 9668 号', true, ['pickup', 'repair']),
]
const any: StoreWish = { city: null, words: '', openOnly: false, service: null }

test.each<[string, Partial<StoreWish>, string[]]>([
  ['everything', {}, ['静安', '徐汇', '南山']],
  ['a city', { city: '上海' }, ['静安', '徐汇']],
  ['what is open', { openOnly: true }, ['静安', '南山']],
  ['what is open in a city', { openOnly: true, city: '上海' }, ['静安']],
  ['a service', { service: 'repair' }, ['南山']],
  ['a part of a name', { words: '徐汇' }, ['徐汇']],
  ['a street', { words: '武康' }, ['徐汇']],
  ['several words, anywhere', { words: ' 上海  1788 ' }, ['静安']],
  ['capitals or not', { words: 'plaza' }, ['静安']],
  ['what there is not', { words: '成都' }, []],
])('looked for: %s', (_, wish, found) => {
  expect(storesMatching(all, { ...any, ...wish }).map(({ id }) => id)).toEqual(found)
})

test('only a service that tells stores apart is offered', () => {
  expect(servicesToChoose(all)).toEqual(['coffee', 'repair'])
  expect(servicesToChoose([])).toEqual([])
})
