import { ApiError } from '@xiaopu/api-client'
import { createOrderKeys, mayBePlaced } from './order-key'

test('each try at the same purchase carries the same key; another purchase, and the next one, another', () => {
  let made = 0
  const keys = createOrderKeys(() => `key-${++made}`)
  const mug = { kind: 'direct', skuId: 'mug', quantity: 1 } as const
  expect([keys.of({ kind: 'cart' }), keys.of({ kind: 'cart' }), keys.of(mug)]).toEqual(['key-1', 'key-1', 'key-2'])
  keys.forget({ kind: 'cart' })
  expect([keys.of({ kind: 'cart' }), keys.of(mug)]).toEqual(['key-3', 'key-2'])
})

test.each([
  [new ApiError('network'), true],
  [new ApiError('timeout'), true],
  [new ApiError('bad_answer', { status: 200 }), true],
  [new ApiError('internal', { status: 500 }), true],
  [new ApiError('request_in_progress', { status: 409 }), true],
  [new ApiError('quote_changed', { status: 409 }), false],
  [new ApiError('lines_unavailable', { status: 409 }), false],
  [new ApiError('session_expired', { status: 401 }), false],
])('%p may have placed the order: %p', (error, answer) => expect(mayBePlaced(error)).toBe(answer))
