import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useConfirmation } from './use-confirmation'

const opened = openShop()
const address = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: null,
  nationalCode: null,
}

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
