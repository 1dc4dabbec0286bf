import { t } from '../../i18n'
import { deliveryCost, paragraphsOf, shippingPromise, soldWords } from './product-words'

test.each([
  [null, ''],
  [1, '24 小时内发货'],
  [24, '24 小时内发货'],
  [36, '36 小时内发货'],
  [48, '48 小时内发货'],
  [72, '3 天内发货'],
  [100, '100 小时内发货'],
])('%p hours are promised as “%s”', (hours, words) => {
  expect(shippingPromise(hours, t)).toBe(words)
})

test.each([
  [null, '运费在结算时计算'],
  [0, '包邮'],
  [199_00, '满 ¥199 包邮'],
])('delivery that is free from %p fen is “%s”', (freeFrom, words) => {
  expect(deliveryCost(freeFrom, t)).toBe(words)
})

test.each([
  ['as many as there are', 312, '已售 312'],
  ['nobody counts', null, ''],
  ['nothing sold is not worth a word', 0, ''],
])('sold: %s', (_, soldCount, words) => {
  expect(soldWords({ soldCount }, t)).toBe(words)
})

test('a story has its paragraphs, and a line break within one stays', () => {
  expect(paragraphsOf('手工拉坯。\n釉色不同。\n \n\n可进洗碗机。\n')).toEqual([
    '手工拉坯。\n釉色不同。',
    '可进洗碗机。',
  ])
  expect(paragraphsOf('  ')).toEqual([])
})
