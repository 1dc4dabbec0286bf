import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { address } from '../../testing/address'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useConfirmation } from './use-confirmation'

const opened = openShop()

async function placedOrder() {
  const source = { kind: 'direct', skuId: 'mug-sand', quantity: 1 } as const
  const { id: quoteId } = await api.checkout.quote({ source, address })
  return api.orders.place({ quoteId, source, address, fapiao: null, remark: '' }, { idempotencyKey: 'k1' })
}

test('a shopper who came back too early is asked to wait, then told; 我已支付 asks again', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] })
  try {
    const { id } = await placedOrder()
    const { result } = renderHookInApp(() => useConfirmation(id))
    expect(result.current.confirmation).toBe('confirming')
    await act(() => jest.advanceTimersByTimeAsync(20_000))
    await waitFor(() => expect(result.current.confirmation).toBe('unconfirmed'))
    opened.shop.pay(id)
    act(() => result.current.askAgain())
    await act(() => jest.advanceTimersByTimeAsync(1_000))
    await waitFor(() => expect(result.current.confirmation).toBe('paid'))
  } finally {
    jest.useRealTimers()
  }
})
