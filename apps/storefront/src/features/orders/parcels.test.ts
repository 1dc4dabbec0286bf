import type { OrderLine, Shipment } from '@xiaopu/contract'
import { isPartlySent, parcelsOf } from './parcels'

const line = (skuId: string, quantity: number) => ({ skuId, quantity, name: skuId }) as OrderLine
const parcel = (id: string, packed: [string, number][]): Shipment => ({
  id,
  carrier: '顺丰速运',
  trackingNumber: `SF-${id}`,
  shippedAt: '2026-05-05T04:00:00.000Z',
  lines: packed.map(([skuId, quantity]) => ({ skuId, quantity })),
})
const lines = [line('mug', 3), line('lamp', 1)]
const inWords = (packed: { line: OrderLine; quantity: number }[]) =>
  packed.map((one) => `${one.line.skuId}×${one.quantity}`)

test.each([
  ['nothing is sent', [], [], ['mug×3', 'lamp×1']],
  [
    'all in one',
    [
      parcel('1', [
        ['mug', 3],
        ['lamp', 1],
      ]),
    ],
    [['mug×3', 'lamp×1']],
    [],
  ],
  [
    'one of three, the lamp later',
    [parcel('1', [['mug', 1]]), parcel('2', [['lamp', 1]])],
    [['mug×1'], ['lamp×1']],
    ['mug×2'],
  ],
  ['a present is not in the order', [parcel('1', [['sticker', 1]])], [[]], ['mug×3', 'lamp×1']],
  ['more than ordered leaves nothing to send', [parcel('1', [['mug', 4]])], [['mug×4']], ['lamp×1']],
])('%s', (_what, shipments, packed, waiting) => {
  const sent = parcelsOf({ lines, shipments })
  expect(sent.parcels.map(({ goods }) => inWords(goods))).toEqual(packed)
  expect(inWords(sent.waiting)).toEqual(waiting)
})

test.each([
  ['paid', 0, false],
  ['paid', 1, true],
  ['shipped', 2, false],
  ['cancelled', 1, false],
] as const)('%s with %i parcels is partly sent: %p', (status, count, partly) =>
  expect(isPartlySent({ status, shipments: Array.from({ length: count }, (_, n) => parcel(`${n}`, [])) })).toBe(partly),
)
