import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { renderHookInApp } from '../../testing/open-shop'
import { address, fromCart, openCheckout } from './testing/open-checkout'
import { useCheckout } from './use-checkout'

const { opened, submit, placed } = openCheckout()
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const keepKettles = () => opened.shop.keepFrom('kettle', [address.province])

async function checkoutOf(...skuIds: string[]) {
  for (const skuId of skuIds) await api.cart.add({ skuId, quantity: 1 })
  const { result } = renderHookInApp(() => useCheckout(fromCart))
  await waitFor(() => expect(result.current.quote?.lines).toHaveLength(skuIds.length))
  await waitFor(() => expect(result.current.old).toBe(false))
  return result
}

test('goods that are not sent there stand apart; the order waits until they are taken out, and they stay in the cart', async () => {
  keepKettles()
  const checkout = await checkoutOf('mug-sand', 'kettle-black')
  expect(checkout.current.apart).toMatchObject([{ because: 'unsent', lines: [{ skuId: 'kettle-black' }] }])
  expect(checkout.current.canTakeOut(checkout.current.apart[0]!)).toBe(true)
  expect(checkout.current.quote!.amounts.goods).toBe(128_00)

  act(() => checkout.current.submit())
  await waitFor(() => expect(toasts()).toEqual(['请先移出不配送的商品，或更换地址']))
  expect(placed()).toEqual([])

  act(() => checkout.current.takeOut(checkout.current.apart[0]!))
  await waitFor(() => expect(checkout.current.notice).toBe('delivery.takenOut'))
  expect(checkout.current.apart).toEqual([])
  jest.mocked(Taro.requestPayment).mockImplementationOnce(async (options) => {
    opened.shop.payByPackage(options.package)
    return { errMsg: 'requestPayment:ok' }
  })
  act(() => checkout.current.submit())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect(opened.shop.orders()[0]!.lines.map(({ skuId }) => skuId)).toEqual(['mug-sand'])
  const { lines } = await api.cart.get()
  expect(lines.map(({ skuId, selected }) => [skuId, selected])).toEqual([['kettle-black', false]])
})

test('two taps take them out once', async () => {
  keepKettles()
  const checkout = await checkoutOf('mug-sand', 'kettle-black')
  act(() => {
    checkout.current.takeOut(checkout.current.apart[0]!)
    checkout.current.takeOut(checkout.current.apart[0]!)
  })
  await waitFor(() => expect(checkout.current.notice).toBe('delivery.takenOut'))
  expect(opened.shop.requestsTo('selectCartLines')).toHaveLength(1)
})

test('what could not be taken out stays, and says why', async () => {
  keepKettles()
  const checkout = await checkoutOf('mug-sand', 'kettle-black')
  opened.shop.fail('selectCartLines', { code: 'internal' })
  act(() => checkout.current.takeOut(checkout.current.apart[0]!))
  await waitFor(() => expect(toasts()).toEqual(['服务出了点问题，请稍后重试']))
  expect(checkout.current.apart).toHaveLength(1)
})

test('where nothing else remains, only another address helps', async () => {
  keepKettles()
  const checkout = await checkoutOf('kettle-black')
  expect(checkout.current.canTakeOut(checkout.current.apart[0]!)).toBe(false)
})

test('goods that stop being sent there between quote and order are told, and nothing is ordered', async () => {
  const checkout = await checkoutOf('mug-sand', 'kettle-black')
  keepKettles()
  await submit(checkout)
  expect(checkout.current).toMatchObject({
    notice: 'delivery.unsentSince',
    apart: [{ because: 'unsent', lines: [{ skuId: 'kettle-black' }] }],
    blocked: false,
  })
  expect(opened.shop.orders()).toEqual([])
})

test('a fee that changed is shown and said before it is ordered', async () => {
  const checkout = await checkoutOf('mug-sand')
  opened.shop.setShipping({ charge: { by: 'order', fee: 20_00 } })
  await submit(checkout)
  expect(checkout.current).toMatchObject({ notice: 'checkout.quoteChanged', quote: { amounts: { shipping: 20_00 } } })
})
