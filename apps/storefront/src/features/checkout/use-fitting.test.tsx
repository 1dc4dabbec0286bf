import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { address } from '../../testing/address'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { remember } from '../../wechat'
import { sendTo } from '../addresses/chosen-address'
import { orderKeysMeant } from './order-key'
import { useCheckout } from './use-checkout'

const opened = openShop()
const source: PurchaseSource = { kind: 'cart' }
type Checkout = { current: ReturnType<typeof useCheckout> }

beforeEach(() => {
  for (const code of [[], ['FRESH10'], ['满500减50'], ['PLUS5', 'MORE20']])
    orderKeysMeant.forget({ source, coupons: code })
  remember('address', address)
})

async function checkoutOf(quantity: number) {
  await api.cart.add({ skuId: 'mug-sand', quantity })
  const { result } = renderHookInApp(() => useCheckout(source))
  await waitFor(() => expect(result.current.quote?.lines).toHaveLength(1))
  return result
}
const fittings = () => opened.shop.requestsTo('fitCoupons')
const isFitted = (checkout: Checkout) => waitFor(() => expect(checkout.current.fitting.pending).toBe(false))
const preselects = (checkout: Checkout, ...codes: string[]) =>
  waitFor(() => expect(checkout.current).toMatchObject({ coupons: { codes, preselected: true }, old: false }))
const paysInTheSheet = () =>
  jest.mocked(Taro.requestPayment).mockImplementationOnce(async (options) => {
    opened.shop.payByPackage(options.package)
    return { errMsg: 'requestPayment:ok' }
  })
const placed = () => opened.shop.requestsTo('placeOrder')
const discount = ({ current }: Checkout) => current.quote?.amounts.discount

test('who has none gets checkout as it was', async () => {
  const checkout = await checkoutOf(1)
  await isFitted(checkout)
  expect(checkout.current).toMatchObject({
    fitting: { usable: [], unusable: [], error: null },
    coupons: { codes: [], preselected: false },
  })
})

test('a wallet that does not answer leaves checkout as it was, and can be asked again', async () => {
  await api.wallet.take('welcome')
  opened.shop.fail('fitCoupons', { code: 'internal', times: 9 })
  const checkout = await checkoutOf(1)
  await waitFor(() => expect(checkout.current.fitting.error).not.toBeNull())
  expect(checkout.current).toMatchObject({ error: null, old: false, coupons: { codes: [] } })
  opened.shop.mend()
  act(() => checkout.current.fitting.refit())
  await preselects(checkout, 'FRESH10')
})

test('the best that counts is used by itself; what does not count says why', async () => {
  await api.wallet.take('welcome')
  await api.wallet.take('big')
  const checkout = await checkoutOf(1)
  await preselects(checkout, 'FRESH10')
  expect(discount(checkout)).toBe(12_80)
  expect(checkout.current.fitting).toMatchObject({
    usable: [{ code: 'FRESH10', discount: 12_80 }],
    unusable: [{ name: '满减券', reason: 'below_threshold', missing: 372_00 }],
  })
})

test('of two that count the one that takes more off', async () => {
  await api.wallet.take('big')
  await api.wallet.take('welcome')
  // 640 yuan: 64 by the percent, 50 by the other.
  const checkout = await checkoutOf(5)
  await preselects(checkout, 'FRESH10')
  expect(checkout.current.fitting.usable.map(({ code }) => code)).toEqual(['FRESH10', '满500减50'])
})

test('who uses none is not asked again for the same goods, not even for another address', async () => {
  await api.wallet.take('welcome')
  const checkout = await checkoutOf(1)
  await preselects(checkout, 'FRESH10')
  await act(async () => void (await checkout.current.coupons.tryCodes([])))
  act(() => sendTo({ id: null, address: { ...address, name: '李四' } }))
  await waitFor(() => expect(fittings()).toHaveLength(2))
  await waitFor(() => expect(checkout.current.old).toBe(false))
  expect(fittings()[1]!.body).toMatchObject({ address: { name: '李四' } })
  expect([checkout.current.coupons.codes, discount(checkout)]).toEqual([[], 0])
})

test('who typed a code while the wallet was being asked keeps it', async () => {
  await api.wallet.take('big')
  const release = opened.shop.hold('fitCoupons')
  const checkout = await checkoutOf(5)
  await waitFor(() => expect(checkout.current.old).toBe(false))
  await act(async () => void (await checkout.current.coupons.tryCodes(['FRESH10'])))
  release()
  await isFitted(checkout)
  expect(checkout.current.coupons).toMatchObject({ codes: ['FRESH10'], preselected: false })
})

test('nobody waits for it: an order that left before it came goes without, and the next tap is the same order', async () => {
  await api.wallet.take('welcome')
  const release = opened.shop.hold('fitCoupons')
  const checkout = await checkoutOf(1)
  await waitFor(() => expect(checkout.current.old).toBe(false))
  opened.shop.fail('placeOrder', { network: true, times: 2 })
  act(() => checkout.current.submit())
  release()
  await waitFor(() => expect(checkout.current.submitting).toBe(false))
  await isFitted(checkout)
  expect(checkout.current.coupons.codes).toEqual([])
  paysInTheSheet()
  act(() => checkout.current.submit())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect(new Set(placed().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('an order uses it up', async () => {
  await api.wallet.take('welcome')
  const checkout = await checkoutOf(1)
  await preselects(checkout, 'FRESH10')
  paysInTheSheet()
  act(() => checkout.current.submit())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect(opened.shop.orders()).toMatchObject([{ coupon: { code: 'FRESH10' }, amounts: { discount: 12_80 } }])
  expect(await api.wallet.list('used')).toHaveLength(1)
})

test('one that is over by the time it is preselected is dropped without a word', async () => {
  await api.wallet.take('welcome')
  const release = opened.shop.hold('fitCoupons')
  const checkout = await checkoutOf(1)
  await waitFor(() => expect(checkout.current.old).toBe(false))
  const quote = jest.spyOn(api.checkout, 'quote')
  const answer = {
    ...checkout.current.quote!,
    couponsRefused: [{ code: 'FRESH10', reason: 'used_up', missing: null } as const],
  }
  quote.mockResolvedValueOnce(answer)
  release()
  await waitFor(() => expect(quote).toHaveBeenCalledTimes(1))
  await isFitted(checkout)
  expect(checkout.current).toMatchObject({ coupons: { codes: [] }, quote: { couponsRefused: [] } })
  quote.mockRestore()
})

test('two that may be used together are both used, when they take more off than one alone', async () => {
  for (const campaign of ['welcome', 'more', 'plus']) await api.wallet.take(campaign)
  const checkout = await checkoutOf(1)
  await preselects(checkout, 'MORE20', 'PLUS5')
  expect(discount(checkout)).toBe(26_40)
  paysInTheSheet()
  act(() => checkout.current.submit())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect(opened.shop.orders()).toMatchObject([{ coupons: [{ code: 'PLUS5' }, { code: 'MORE20' }] }])
  expect(await api.wallet.list('used')).toHaveLength(2)
})

test('where an order has one coupon the best one is used', async () => {
  opened.shop.limitCoupons(1)
  for (const campaign of ['more', 'plus']) await api.wallet.take(campaign)
  const checkout = await checkoutOf(1)
  await preselects(checkout, 'MORE20')
})

describe('other goods', () => {
  const alsoTakes = async (checkout: Checkout, skuId: string) => {
    await api.cart.add({ skuId, quantity: 1 })
    await act(async () => checkout.current.retry())
    await waitFor(() => expect(checkout.current.quote?.lines).toHaveLength(2))
  }

  test('open the choice again: who used none gets the best for them', async () => {
    await api.wallet.take('welcome')
    const checkout = await checkoutOf(1)
    await preselects(checkout, 'FRESH10')
    await act(async () => void (await checkout.current.coupons.tryCodes([])))
    await alsoTakes(checkout, 'kettle-black')
    await preselects(checkout, 'FRESH10')
  })

  test('leave a code that takes more off than the wallet’s best', async () => {
    await api.wallet.take('more')
    const checkout = await checkoutOf(1)
    await preselects(checkout, 'MORE20')
    await act(async () => void (await checkout.current.coupons.tryCodes(['FRESH10'])))
    await alsoTakes(checkout, 'kettle-black')
    await waitFor(() => expect(fittings()).toHaveLength(2))
    await waitFor(() => expect(checkout.current.old).toBe(false))
    // 808 yuan: 80.80 by the typed one, 20 by the wallet's.
    expect(checkout.current.coupons).toMatchObject({ codes: ['FRESH10'], preselected: false })
  })
})
