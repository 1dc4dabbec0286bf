import type { Order } from '@xiaopu/commerce'
import { shippingPlan } from './plan'

const line = (skuId: string, name: string, quantity: number) => ({ skuId, name, quantity })
const parcel = (trackingNumber: string | null, skuId = 'LAMP', quantity = 1) => ({
  ...{ id: `p-${trackingNumber}`, carrier: '顺丰速运', trackingNumber, shippedAt: new Date() },
  lines: [{ skuId, quantity }],
})
const order = (changes: object) =>
  ({
    status: 'shipped',
    pickup: null,
    lines: [line('LAMP', '纸灯', 1), line('CUP', '杯', 2)],
    shipments: [],
    ...changes,
  }) as unknown as Order
const brief = (changes: object, known: string[] = []) => {
  const plan = shippingPlan(order(changes), known)
  return plan && [plan.kind, plan.mode, plan.parcels.map(({ goods, parcel: one }) => [one?.trackingNumber, goods])]
}
const one = { type: 'one' }
const split = (allSent: boolean) => ({ type: 'split', allSent })

test.each([
  ['nothing has left', { status: 'paid' }, [], null],
  ['one parcel with everything', { shipments: [parcel('SF1')] }, [], ['express', one, [['SF1', '纸灯×1、杯×2']]]],
  ['a part', { status: 'paid', shipments: [parcel('SF1')] }, [], ['express', split(false), [['SF1', '纸灯×1']]]],
  ['a part that is known', { status: 'paid', shipments: [parcel('SF1')] }, ['SF1'], null],
  [
    'the rest',
    { shipments: [parcel('SF1'), parcel('SF2', 'CUP', 2)] },
    ['SF1'],
    ['express', split(true), [['SF2', '杯×2']]],
  ],
  [
    'two that left together',
    { shipments: [parcel('SF1'), parcel('SF2', 'CUP', 2)] },
    [],
    [
      'express',
      split(true),
      [
        ['SF1', '纸灯×1'],
        ['SF2', '杯×2'],
      ],
    ],
  ],
  ['the rest was given back', { shipments: [parcel('SF1')] }, ['SF1'], ['express', split(true), [['SF1', '纸灯×1']]]],
  ['the shop brings it itself', { shipments: [parcel(null)] }, [], ['local', one, [[undefined, '纸灯×1、杯×2']]]],
  ['a part the shop brings itself', { status: 'paid', shipments: [parcel(null)] }, [], null],
  ['a store makes it ready', { status: 'paid', pickup: {} }, [], null],
  ['it waits in its store', { pickup: {} }, [], ['pickup', one, [[undefined, '纸灯×1、杯×2']]]],
])('%s', (_, changes, known, told) => {
  expect(brief(changes, known)).toEqual(told)
})

test('no more than fifteen parcels are told of', () => {
  const shipments = Array.from({ length: 20 }, (_, index) => parcel(`SF${index}`))
  expect(shippingPlan(order({ shipments }), [])?.parcels).toHaveLength(15)
})
