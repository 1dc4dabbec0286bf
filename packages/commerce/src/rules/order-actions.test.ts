import type { OrderPickup, OrderStatus } from '../port/orders'
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
  expect(orderActions({ status, expiresAt, pickup: null }, now, { unreviewed: false, afterSale: false })).toEqual(
    actions,
  )
})

test.each<[OrderStatus, string[]]>([
  ['pending_payment', ['pay', 'cancel']],
  ['paid', ['buy_again']],
  ['shipped', ['confirm_receipt', 'review', 'buy_again']],
  ['completed', ['review', 'buy_again']],
  ['cancelled', ['buy_again']],
])('an order that is %s with something unreviewed offers %p', (status, actions) => {
  expect(orderActions({ status, expiresAt: later, pickup: null }, now, { unreviewed: true, afterSale: false })).toEqual(
    actions,
  )
})

const pickup: OrderPickup = {
  store: {
    id: 'shanghai',
    name: '静安店',
    city: '上海',
    address: '南京西路 1788 号',
    location: { latitude: 31.2, longitude: 121.4 },
    phone: '021-6120 0104',
    hours: [],
  },
  name: '张三',
  phone: '13800138000',
  readyAt: null,
  collectedAt: null,
}
test.each<[OrderStatus, string[]]>([
  ['pending_payment', ['pay', 'cancel']],
  ['paid', ['show_pickup_code', 'buy_again']],
  ['shipped', ['show_pickup_code', 'buy_again']],
  ['completed', ['review', 'buy_again']],
  ['cancelled', ['buy_again']],
])('an order to pick up that is %s offers %p: the till says what was received', (status, actions) => {
  expect(orderActions({ status, expiresAt: later, pickup }, now, { unreviewed: true, afterSale: false })).toEqual(
    actions,
  )
})

test('something that can be sent back is offered after what is wanted more', () => {
  expect(
    orderActions({ status: 'shipped', expiresAt: null, pickup: null }, now, { unreviewed: true, afterSale: true }),
  ).toEqual(['confirm_receipt', 'review', 'after_sale', 'buy_again'])
})

test('what was reviewed and can be added to offers it, after what is still to be reviewed', () => {
  const offered = orderActions({ status: 'completed', expiresAt: null, pickup: null }, now, {
    unreviewed: true,
    afterSale: false,
    followable: true,
  })
  expect(offered).toEqual(['review', 'follow_up', 'buy_again'])
})
