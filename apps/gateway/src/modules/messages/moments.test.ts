import type { Order } from '@xiaopu/commerce'
import type { MessageKind } from '@xiaopu/contract'
import { tellUnpaidAt, worthAsking } from './moments'

const NOW = new Date('2026-11-23T04:00:00Z')
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
type Shown = Pick<Order, 'status' | 'expiresAt' | 'pickup' | 'shipments'>
const order: Shown = { status: 'paid', expiresAt: null, pickup: null, shipments: [] }
const pickup = {} as never
const sent = [{}] as never
const unpaid: Shown = { ...order, status: 'pending_payment', expiresAt: inMinutes(30) }

test.each<[string, Shown, boolean, MessageKind[]]>([
  ['is paid and will be sent', order, false, ['shipped', 'after_sale']],
  ['is paid and will be picked up', { ...order, pickup }, false, ['ready', 'after_sale']],
  ['was sent in part', { ...order, shipments: sent }, false, ['after_sale']],
  ['was sent', { ...order, status: 'shipped', shipments: sent }, false, []],
  ['was sent, and something is asked back', { ...order, status: 'shipped', shipments: sent }, true, ['after_sale']],
  [
    'was received, and something is asked back',
    { ...order, status: 'completed', shipments: sent },
    true,
    ['after_sale'],
  ],
  ['is over', { ...order, status: 'cancelled' }, false, []],
  ['has half an hour to be paid', unpaid, false, ['unpaid']],
  ['has eleven minutes to be paid', { ...unpaid, expiresAt: inMinutes(11) }, false, []],
])('of an order that %s', (_, which, afterSaleOpen, kinds) => {
  expect(worthAsking(which, { afterSaleOpen }, NOW)).toEqual(kinds)
})

test('who has not paid is told ten minutes before the end', () => {
  expect(tellUnpaidAt(unpaid, NOW)).toEqual(inMinutes(20))
})
