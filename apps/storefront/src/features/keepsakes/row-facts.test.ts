import type { KeptProduct, ProductSummary } from '@xiaopu/contract'
import { rowOf } from './row-facts'
import { withView } from './view-log'

const at = '2026-03-01T08:00:00.000Z'
const mug: ProductSummary = {
  id: 'mug',
  name: '马克杯',
  subtitle: '',
  picture: null,
  price: { from: 12_800, to: 12_800, compareAt: null },
  tag: null,
  soldCount: null,
  available: true,
  pickupOnly: false,
}
const kept = (product: ProductSummary | null): KeptProduct => ({ productId: 'mug', at, product })

test.each([
  ['what can be bought', kept(mug), { name: '马克杯', state: 'on_sale', price: mug.price }],
  ['what is sold out', kept({ ...mug, available: false }), { name: '马克杯', state: 'sold_out', price: mug.price }],
  [
    'what only a store has',
    kept({ ...mug, available: false, pickupOnly: true }),
    { name: '马克杯', state: 'pickup_only', price: mug.price },
  ],
  ['what is off sale and nobody knows any more', kept(null), { name: '', state: 'off_sale', price: null }],
])('%s', (_, one, facts) => expect(rowOf(one, [], 'zh-CN')).toMatchObject({ id: 'mug', at, ...facts }))

test('what is off sale still has the name this phone saw it under', () => {
  const log = withView([], { id: 'mug', name: '马克杯', picture: null }, at, 'zh-CN')
  expect(rowOf(kept(null), log, 'zh-CN').name).toBe('马克杯')
})
