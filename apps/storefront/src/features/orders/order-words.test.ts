import type { Order } from '@xiaopu/contract'
import { t } from '../../i18n'
import { fapiaoWords, partlyRefunded, statusHint, statusWords, sumWords } from './order-words'

const order: Partial<Order> = {
  status: 'paid',
  shipments: [],
  delivery: { kind: 'parcel' },
  cancelledBecause: null,
  paymentStatus: 'paid',
  actions: [],
}
const atStore = { kind: 'pickup' } as Order['delivery']
const parcel = { id: '1', carrier: '顺丰速运', trackingNumber: null, shippedAt: '2026-01-01T00:00:00.000Z', lines: [] }

test.each([
  [{ status: 'cancelled', cancelledBecause: 'expired', paymentStatus: 'closed' }, '超时未付款，订单已自动取消'],
  [{ status: 'cancelled', cancelledBecause: 'shopper', paymentStatus: 'closed' }, '你取消了这笔订单'],
  [{ status: 'cancelled', cancelledBecause: 'expired', paymentStatus: 'refunding' }, '退款正在处理，会原路退回'],
  [{}, '店家正在备货'],
  [{ delivery: atStore }, '店家正在备货，备好后就可以来取'],
  [{ status: 'shipped', delivery: atStore }, '已经备好，请凭取货码到店自提'],
  [{ status: 'completed', delivery: atStore }, '谢谢你的光临'],
  [{ shipments: [parcel] }, '一部分已经发出，其余正在备货'],
  [{ status: 'shipped', shipments: [parcel] }, '包裹正在路上，收到后请确认收货'],
  [{ status: 'completed' }, '谢谢你的光临'],
  [{ status: 'completed', actions: ['review', 'buy_again'] }, '谢谢你的光临，来说说用得怎么样吧'],
])('%j', (differently, hint) => expect(statusHint({ ...order, ...differently } as Order, t)).toBe(hint))

test.each([
  ['paid', [], '待发货'],
  ['paid', [parcel], '部分发货'],
  ['shipped', [parcel], '待收货'],
  ['completed', [parcel], '已完成'],
] as const)('%s with parcels %j is %s', (status, shipments, words) =>
  expect(statusWords({ status, shipments: [...shipments], delivery: { kind: 'parcel' } }, t)).toBe(words),
)

test.each([
  ['pending_payment', '待付款'],
  ['paid', '备货中'],
  ['shipped', '待自提'],
  ['completed', '已完成'],
  ['cancelled', '已取消'],
] as const)('%s, to pick up, is %s', (status, words) =>
  expect(statusWords({ status, shipments: [], delivery: atStore }, t)).toBe(words),
)

test.each([
  [{ status: 'pending_payment', paidAt: null }, '应付'],
  [{ status: 'paid', paidAt: '2026-01-01T00:00:00.000Z' }, '实付'],
  [{ status: 'cancelled', paidAt: null }, '合计'],
  [{ status: 'cancelled', paidAt: '2026-01-01T00:00:00.000Z' }, '实付'],
] as const)('the total of %j is called %s: nothing unpaid is said to be paid', (order, words) =>
  expect(sumWords(order, t)).toBe(words),
)

test.each([
  [0, 'paid', null],
  [10_50, 'paid', '已退 ¥10.50，按原支付方式退回'],
  [10_50, 'refunding', '已退 ¥10.50，按原支付方式退回'],
  [88_00, 'refunded', null],
] as const)('%d fen back of an order whose money is %s: %s', (refunded, paymentStatus, words) =>
  expect(partlyRefunded({ refunded, paymentStatus }, t)).toBe(words),
)

test('a fapiao in one line', () => {
  expect([fapiaoWords(null, t), fapiaoWords({ kind: 'personal', title: '张三' }, t)]).toEqual([
    '不开发票',
    '个人 · 张三',
  ])
})
