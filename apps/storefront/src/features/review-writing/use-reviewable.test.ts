import { renderHook } from '@testing-library/react'
import type { Order } from '@xiaopu/contract'
import { useReviewable } from './use-reviewable'

const order = (actions: Order['actions'], reviewed: boolean[]) =>
  ({ actions, lines: reviewed.map((each) => ({ reviewed: each })) }) as Order

test.each([
  [undefined, null],
  [order(['review', 'buy_again'], [true, false]), 'yes'],
  [order(['buy_again'], [true, true]), 'reviewed'],
  [order(['pay', 'cancel'], [false]), 'not_yet'],
])('%j', (asked, answer) => expect(renderHook(() => useReviewable(asked)).result.current).toBe(answer))

test('the page stays to say thank you when its last review has been sent', () => {
  const { result, rerender } = renderHook(useReviewable, { initialProps: order(['review'], [false]) })
  rerender(order(['buy_again'], [true]))
  expect(result.current).toBe('yes')
})
