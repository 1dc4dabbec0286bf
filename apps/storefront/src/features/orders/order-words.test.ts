import { t } from '../../i18n'
import { fapiaoWords, statusHint, sumWords } from './order-words'

test.each([
  [{ status: 'cancelled', cancelledBecause: 'expired', paymentStatus: 'closed' }, '超时未付款，订单已自动取消'],
  [{ status: 'cancelled', cancelledBecause: 'shopper', paymentStatus: 'closed' }, '你取消了这笔订单'],
  [{ status: 'cancelled', cancelledBecause: 'expired', paymentStatus: 'refunding' }, '退款正在处理，会原路退回'],
  [{ status: 'paid', cancelledBecause: null, paymentStatus: 'paid' }, '店家正在备货'],
] as const)('%j', (order, hint) => expect(statusHint(order, t)).toBe(hint))

test.each([
  [{ status: 'pending_payment', paidAt: null }, '应付'],
  [{ status: 'paid', paidAt: '2026-01-01T00:00:00.000Z' }, '实付'],
  [{ status: 'cancelled', paidAt: null }, '合计'],
  [{ status: 'cancelled', paidAt: '2026-01-01T00:00:00.000Z' }, '实付'],
] as const)('the total of %j is called %s: nothing unpaid is said to be paid', (order, words) =>
  expect(sumWords(order, t)).toBe(words),
)

test('a fapiao in one line', () => {
  expect([fapiaoWords(null, t), fapiaoWords({ kind: 'personal', title: '张三' }, t)]).toEqual([
    '不开发票',
    '个人 · 张三',
  ])
})
