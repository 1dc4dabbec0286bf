import type { QuoteLine } from '@xiaopu/contract'
import { type Because, partedLines } from './apart'
import type { RefusedLines } from './line-problem'

const shelf = { available: 2, maxQuantity: 2 }
const line = (skuId: string, status: QuoteLine['status'], pickup: QuoteLine['pickup'] = null) =>
  ({ skuId, status, available: 0, pickup, quantity: 1 }) as QuoteLine
const LINES = [
  line('mug', 'ok', shelf),
  line('vase', 'sold_out', shelf),
  line('rug', 'undeliverable'),
  line('lamp', 'sold_out'),
  line('tee', 'insufficient', shelf),
]

test.each<[string, boolean, RefusedLines, [Because, ...string[]][], string[]]>([
  [
    'sent, what only stores have and what is not sent there stand apart, each for itself',
    false,
    [],
    [
      ['pickup_only', 'vase'],
      ['unsent', 'rug'],
    ],
    ['lamp', 'tee'],
  ],
  [
    'at a store, all that it lacks does',
    true,
    [],
    [
      ['unsent', 'rug'],
      ['not_here', 'vase', 'lamp', 'tee'],
    ],
    [],
  ],
  [
    'what the gateway refused is the later word',
    false,
    [{ skuId: 'mug', status: 'sold_out', available: 0, pickup: shelf }],
    [
      ['pickup_only', 'mug', 'vase'],
      ['unsent', 'rug'],
    ],
    ['lamp', 'tee'],
  ],
  [
    'refused without a store that has it, it is gone',
    false,
    [{ skuId: 'mug', status: 'sold_out', available: 0, pickup: null }],
    [
      ['pickup_only', 'vase'],
      ['unsent', 'rug'],
    ],
    ['mug', 'lamp', 'tee'],
  ],
])('%s', (_what, atStore, refused, apart, gone) => {
  const parted = partedLines(LINES, refused, atStore)
  expect(parted.apart.map(({ because, lines }) => [because, ...lines.map(({ skuId }) => skuId)])).toEqual(apart)
  expect(parted.gone.map(({ skuId }) => skuId)).toEqual(gone)
})
