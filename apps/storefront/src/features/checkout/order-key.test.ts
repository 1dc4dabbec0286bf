import { ApiError } from '@xiaopu/api-client'
import { createOrderKeys, mayBePlaced } from './order-key'

const cart = { source: { kind: 'cart' }, coupons: [] } as const
const mug = { source: { kind: 'direct', skuId: 'mug', quantity: 1 }, coupons: [] } as const
const cartWith = (...coupons: string[]) => ({ ...cart, coupons })
const keysInTurn = () => {
  let made = 0
  return createOrderKeys(() => `key-${++made}`)
}

test('each try at the same purchase carries the same key; another purchase, and the next one, another', () => {
  const keys = keysInTurn()
  expect([keys.of(cart), keys.of(cart), keys.of(mug)]).toEqual(['key-1', 'key-1', 'key-2'])
  keys.forget(cart)
  expect([keys.of(cart), keys.of(mug)]).toEqual(['key-3', 'key-2'])
})

test('with another coupon it is another order, however the code is written', () => {
  const keys = keysInTurn()
  expect([keys.of(cartWith('FRESH10')), keys.of(cartWith('fresh10')), keys.of(cart)]).toEqual([
    'key-1',
    'key-1',
    'key-2',
  ])
  keys.forget(cartWith('Fresh10'))
  expect([keys.of(cart), keys.of(cartWith('FRESH10'))]).toEqual(['key-2', 'key-3'])
})

test('goods that may be ordered with another coupon already are told of, once; other goods are not', () => {
  const keys = keysInTurn()
  keys.of(cartWith('FRESH10'))
  expect([keys.mayBePlacedOtherwise(mug), keys.mayBePlacedOtherwise(cartWith('fresh10'))]).toEqual([false, false])
  expect([keys.mayBePlacedOtherwise(cart), keys.mayBePlacedOtherwise(cart)]).toEqual([true, false])
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
