import { createAfterSaleRoom } from './after-sales'
import type { ShopApi } from './shop-api'

const asked: unknown[] = []
const room = createAfterSaleRoom(
  (async (method: string, path: string, { body }: { body?: unknown } = {}) => {
    asked.push([method, path, body])
    return {
      items: [
        {
          id: 'as/1',
          orderNumber: 'XP1',
          kind: 'return',
          state: 'requested',
          lines: [],
          replacements: [{ skuId: 'cup-white', name: '陶杯', options: ['白'], quantity: 1 }],
          replacementKept: true,
          pictures: [
            { thumb: 'https://shop.example/media/aa/thumb.webp', full: 'https://shop.example/media/aa/full.webp' },
          ],
          actions: [],
        },
      ],
    }
  }) as ShopApi,
  'http://127.0.0.1:3000',
)
beforeEach(() => {
  asked.length = 0
})

test('what waits at the gateway is on the desk, with its photographs where they can be loaded', async () => {
  const pictures = [
    { thumb: 'http://127.0.0.1:3000/media/aa/thumb.webp', full: 'http://127.0.0.1:3000/media/aa/full.webp' },
  ]
  expect(await room.look()).toMatchObject([
    {
      id: 'as/1',
      kind: 'return',
      pictures,
      replacements: [{ name: '陶杯', options: ['白'], quantity: 1 }],
      replacementKept: true,
    },
  ])
  expect(asked).toEqual([['GET', '/v1/merchant/after-sales?limit=20', undefined]])
})

test.each([
  [
    'approve',
    { words: '好', amount: 10_00, returnTo: '仓库 1 号' },
    'approve',
    { words: '好', amount: 10_00, returnTo: { text: '仓库 1 号' } },
  ],
  ['approve', { amount: null, returnTo: null }, 'approve', { words: '', amount: null, returnTo: null }],
  [
    'approveRefund',
    { returnTo: '仓库 1 号' },
    'approve',
    { words: '', amount: null, returnTo: { text: '仓库 1 号' }, refundInstead: true },
  ],
  ['refuse', { words: '已发出' }, 'refuse', { words: '已发出' }],
  ['receive', {}, 'receipt', { restock: true }],
  [
    'sendReplacement',
    { carrier: '顺丰速运', trackingNumber: 'SF1234' },
    'replacement',
    { carrier: '顺丰速运', trackingNumber: 'SF1234' },
  ],
  ['refund', {}, 'refund', undefined],
])('%s %p is said to the gateway', async (act, given, call, body) => {
  await room.perform(act, { id: 'as/1', ...given })
  expect(asked).toEqual([['POST', `/v1/merchant/after-sales/as%2F1/${call}`, body]])
})

test('what the desk does not know is refused', async () => {
  await expect(room.perform('toString', {})).rejects.toMatchObject({ code: 'not_found', status: 404 })
})
