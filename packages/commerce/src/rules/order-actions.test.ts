import type { OrderStatus } from '../port/orders'
import { orderActions } from './order-actions'

const now = new Date('2025-06-01T04:00:00Z')
const later = new Date('2025-06-01T04:00:01Z')

test.each<[OrderStatus, Date | null, string[]]>([
  ['pending_payment', later, ['pay', 'cancel']],
  ['pending_payment', null, ['pay', 'cancel']],
  ['pending_payment', now, ['cancel']],
  ['paid', later, ['buy_again']],
  ['shipped', null, ['confirm_receipt', 'buy_again']],
  ['completed', null, ['buy_again']],
  ['cancelled', later, ['buy_again']],
])('an order that is %s and runs out at %p offers %p, when all of it is reviewed', (status, expiresAt, actions) => {
  expect(orderActions({ status, expiresAt }, now, { unreviewed: false })).toEqual(actions)
})

test.each<[OrderStatus, string[]]>([
  ['pending_payment', ['pay', 'cancel']],
  ['paid', ['buy_again']],
  ['shipped', ['confirm_receipt', 'review', 'buy_again']],
  ['completed', ['review', 'buy_again']],
  ['cancelled', ['buy_again']],
])('an order that is %s with something unreviewed offers %p', (status, actions) => {
  expect(orderActions({ status, expiresAt: later }, now, { unreviewed: true })).toEqual(actions)
})
