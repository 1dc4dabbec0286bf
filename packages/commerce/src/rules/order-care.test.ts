import type { Order } from '../port/orders'
import { type Cared, careActions, mostWantedFirst, type Pause, receiptDueAt, remindingProblem } from './order-care'

const DAY = 86_400_000
const NOW = new Date('2026-03-10T10:00:00.000Z')
const ago = (ms: number) => new Date(NOW.getTime() - ms)
const TIMES = { remindAfter: DAY, receiptAfter: 10 * DAY }
const NOTHING: Cared = {
  remindedAt: null,
  receiptExtended: false,
  fapiaoRequested: false,
  deleted: false,
  moneyMoves: false,
  pauses: [],
}
const parcel = (shippedAt: Date) => ({ id: 'p', carrier: '顺丰速运', trackingNumber: null, shippedAt, lines: [] })
const order = (changes: Partial<Order>): Order => ({
  ...({
    id: 'o',
    number: 'XP1',
    customerId: 'c',
    lines: [],
    coupons: [],
    remark: '',
    pickup: null,
  } as unknown as Order),
  status: 'paid',
  paidAt: ago(2 * DAY),
  amounts: { goods: 100, discount: 0, shipping: 0, total: 100 },
  shipments: [],
  fapiao: null,
  ...changes,
})

const GOES_ON: Pause[] = [{ from: ago(DAY), to: null }]
const SENT: Partial<Order> = { status: 'shipped', shipments: [parcel(ago(DAY))] }

test.each<[string, Partial<Order>, Partial<Cared>, string[]]>([
  ['unpaid: nothing', { status: 'pending_payment', paidAt: null }, {}, []],
  ['paid an hour ago: it is too early to remind', { paidAt: ago(3_600_000) }, {}, ['request_fapiao']],
  ['paid two days ago', {}, {}, ['remind', 'request_fapiao']],
  ['reminded an hour ago', {}, { remindedAt: ago(3_600_000) }, ['request_fapiao']],
  ['reminded yesterday', {}, { remindedAt: ago(DAY) }, ['remind', 'request_fapiao']],
  ['paid, and the money goes back', {}, { moneyMoves: true }, []],
  ['sent', SENT, { fapiaoRequested: true }, ['extend_receipt']],
  ['waiting in a store', { ...SENT, shipments: [] }, { fapiaoRequested: true }, []],
  ['sent and extended', SENT, { fapiaoRequested: true, receiptExtended: true }, []],
  ['sent, and an after-sale goes on', SENT, { fapiaoRequested: true, pauses: GOES_ON }, []],
  ['completed, and an after-sale goes on', { status: 'completed' }, { fapiaoRequested: true, pauses: GOES_ON }, []],
  ['completed', { status: 'completed' }, { fapiaoRequested: true }, ['delete']],
  ['completed half a year ago', { status: 'completed', paidAt: ago(181 * DAY) }, {}, ['delete']],
  [
    'free of charge',
    { status: 'completed', amounts: { goods: 0, discount: 0, shipping: 0, total: 0 } },
    {},
    ['delete'],
  ],
  ['cancelled', { status: 'cancelled', paidAt: null }, {}, ['delete']],
  ['cancelled, and the money is not back yet', { status: 'cancelled' }, { moneyMoves: true }, []],
  ['deleted', { status: 'completed' }, { fapiaoRequested: true, deleted: true }, []],
])('%s', (_, changes, cared, actions) =>
  expect(careActions(order(changes), { ...NOTHING, ...cared }, TIMES, NOW)).toEqual(actions),
)

test('an order counts as received ten days after its last parcel, a week later when extended', () => {
  const sent = order({ status: 'shipped', shipments: [parcel(ago(5 * DAY)), parcel(ago(2 * DAY))] })
  expect(receiptDueAt(sent, NOTHING, TIMES)).toEqual(ago(-8 * DAY))
  expect(receiptDueAt(sent, { ...NOTHING, receiptExtended: true }, TIMES)).toEqual(ago(-15 * DAY))
  expect(receiptDueAt({ ...sent, status: 'paid' }, NOTHING, TIMES)).toBeNull()
  expect(receiptDueAt({ ...sent, status: 'completed' }, NOTHING, TIMES)).toBeNull()
})

const days = (from: number, to: number | null): Pause => ({
  from: ago(from * DAY),
  to: to === null ? null : ago(to * DAY),
})

// Sent eight days ago, so that two days are left.
test.each<[string, Pause[], number | null]>([
  ['none', [], 2],
  ['one that goes on', [days(1, null)], null],
  ['one over and one that goes on', [days(7, 6), days(1, null)], null],
  ['one of three days', [days(5, 2)], 5],
  ['two that follow each other', [days(7, 6), days(3, 1)], 5],
  ['two at the same time', [days(6, 2), days(5, 3)], 6],
  ['two that overlap, the later one told first', [days(5, 1), days(6, 3)], 7],
  ['one from before the parcel left', [days(12, 7)], 3],
  ['one that was over before', [days(12, 9)], 2],
])('the clock of receipt stands still during after-sales: %s', (_, pauses, left) => {
  const sent = order({ status: 'shipped', shipments: [parcel(ago(8 * DAY))] })
  expect(receiptDueAt(sent, { ...NOTHING, pauses }, TIMES)).toEqual(left === null ? null : ago(-left * DAY))
})

test('what moves the order on comes first, deleting it last, and what is new in between', () => {
  const actions = ['delete', 'buy_again', 'something_new', 'request_fapiao', 'confirm_receipt', 'extend_receipt']
  const sorted = ['confirm_receipt', 'buy_again', 'something_new', 'extend_receipt', 'request_fapiao', 'delete']
  expect(mostWantedFirst(actions)).toEqual(sorted)
})

test('why the shop cannot be reminded', () => {
  expect(remindingProblem(order({ status: 'shipped' }), NOTHING, TIMES, NOW)).toBe('not_waiting')
  expect(remindingProblem(order({ paidAt: ago(DAY - 1) }), NOTHING, TIMES, NOW)).toBe('too_early')
  expect(remindingProblem(order({}), { ...NOTHING, remindedAt: ago(DAY - 1) }, TIMES, NOW)).toBe('reminded')
})
