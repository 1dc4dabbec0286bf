import { prepayBody, refundBody, truncateDescription } from './request-rules'
import type { PrepayOrder, RefundRequest } from './types'

const NOW = Date.parse('2026-06-01T04:00:00Z')
const merchant = { appid: 'wx1', mchid: '19' }
const order: PrepayOrder = {
  description: '茶',
  outTradeNo: 'XP0001',
  notifyUrl: 'https://shop.example/pay',
  amountFen: 1,
  openid: 'o',
}
const refund: RefundRequest = { outRefundNo: 'R', payment: { outTradeNo: 'XP0001' }, refundFen: 1, totalFen: 1 }

const onTheWire = (changes: Partial<PrepayOrder>) => prepayBody({ ...order, ...changes }, merchant, NOW, 'POST /prepay')
const refunded = (changes: Partial<RefundRequest>) => refundBody({ ...refund, ...changes }, 'POST /refunds')

describe('a payment order WeChat would refuse is refused before it is sent', () => {
  test.each<[string, string, Partial<PrepayOrder>]>([
    ['nothing to pay', 'amountFen', { amountFen: 0 }],
    ['a negative amount', 'amountFen', { amountFen: -1 }],
    ['an amount in yuan', 'amountFen', { amountFen: 12.8 }],
    ['no amount', 'amountFen', { amountFen: Number.NaN }],
    ['an empty description', 'description', { description: '' }],
    ['a description of 128 characters', 'description', { description: '茶'.repeat(128) }],
    ['a number of 5 characters', 'outTradeNo', { outTradeNo: 'XP001' }],
    ['a number of 33 characters', 'outTradeNo', { outTradeNo: 'x'.repeat(33) }],
    ['a number with a slash', 'outTradeNo', { outTradeNo: 'XP/0001' }],
    ['a number with a line feed at its end', 'outTradeNo', { outTradeNo: 'XP0001\n' }],
    ['129 characters of attach', 'attach', { attach: 'x'.repeat(129) }],
    ['a callback address with a query', 'notifyUrl', { notifyUrl: 'https://shop.example/pay?a=1' }],
    ['a callback address with an empty query', 'notifyUrl', { notifyUrl: 'https://shop.example/pay?' }],
    ['a callback path', 'notifyUrl', { notifyUrl: '/pay' }],
    ['a callback by ftp', 'notifyUrl', { notifyUrl: 'ftp://shop.example/pay' }],
    ['a callback address of 256 characters', 'notifyUrl', { notifyUrl: `https://shop.example/${'x'.repeat(235)}` }],
    ['an end that is past', 'timeExpire', { timeExpire: new Date(NOW) }],
    ['an end that is no date', 'timeExpire', { timeExpire: 'tomorrow' }],
    ['no payer', 'openid', { openid: '' }],
  ])('%s: %s is named', (_what, field, changes) => {
    expect(() => onTheWire(changes)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', retryable: false, detail: expect.objectContaining({ field }) }),
    )
  })

  test('the zero amount says what to do instead', () => {
    expect(() => onTheWire({ amountFen: 0 })).toThrow(/a free order skips payment/)
  })
})

describe('a payment order at the limits goes out', () => {
  test.each<[string, Partial<PrepayOrder>]>([
    ['127 characters, emoji counted as one', { description: '🧋'.repeat(127) }],
    ['a number of 6 and of 32', { outTradeNo: 'x|y*-_' }],
    ['a number of 32', { outTradeNo: 'x'.repeat(32) }],
    ['a callback by http, on which WeChat’s documents differ', { notifyUrl: 'http://shop.example/pay' }],
    ['a callback address of 255 characters', { notifyUrl: `https://shop.example/${'x'.repeat(234)}` }],
  ])('%s', (_what, changes) => {
    expect(onTheWire(changes)).toMatchObject({ mchid: '19', amount: { total: 1, currency: 'CNY' } })
  })

  test('the end of payment is written in Beijing time without milliseconds', () => {
    expect(onTheWire({ timeExpire: new Date('2026-06-30T16:30:00.999Z') }).time_expire).toBe(
      '2026-07-01T00:30:00+08:00',
    )
    expect(onTheWire({ timeExpire: '2026-06-30T16:30:00Z' }).time_expire).toBe('2026-07-01T00:30:00+08:00')
    expect(onTheWire({})).not.toHaveProperty('time_expire')
  })
})

describe('a refund WeChat would refuse is refused before it is sent', () => {
  test.each<[string, string, Partial<RefundRequest>]>([
    ['nothing', 'refundFen', { refundFen: 0 }],
    ['half a fen', 'refundFen', { refundFen: 0.5 }],
    ['more than was paid', 'refundFen', { refundFen: 2 }],
    ['of nothing', 'totalFen', { totalFen: 0 }],
    ['without a number', 'outRefundNo', { outRefundNo: '' }],
    ['with a number of 65 characters', 'outRefundNo', { outRefundNo: 'x'.repeat(65) }],
    ['for a reason of 81 characters', 'reason', { reason: '贵'.repeat(81) }],
    ['of a payment without number', 'outTradeNo', { payment: { outTradeNo: '' } }],
    ['of a transaction without number', 'transactionId', { payment: { transactionId: '' } }],
  ])('%s: %s is named', (_what, field, changes) => {
    expect(() => refunded(changes)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', detail: expect.objectContaining({ field }) }),
    )
  })
})

describe('a description cut to size', () => {
  test('stays as it is up to 127 characters', () => {
    expect(truncateDescription('茶'.repeat(127))).toBe('茶'.repeat(127))
  })

  test('ends in … at 127 characters', () => {
    expect(truncateDescription('茶'.repeat(128))).toBe(`${'茶'.repeat(126)}…`)
  })

  test('cuts no emoji in two', () => {
    const family = '👨‍👩‍👧'
    const cut = truncateDescription('茶'.repeat(124) + family.repeat(3))
    expect(cut).toBe(`${'茶'.repeat(124)}…`)
  })
})
