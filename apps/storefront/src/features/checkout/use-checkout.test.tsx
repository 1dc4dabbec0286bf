import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { sendTo } from '../addresses/chosen-address'
import { address, openCheckout } from './testing/open-checkout'
import type { useCheckout } from './use-checkout'

const { opened, checkoutOf, submit, asked, placed } = openCheckout()
const sheet = () => jest.mocked(Taro.requestPayment)
const wentTo = () => jest.mocked(Taro.redirectTo).mock.calls.map(([{ url }]) => url.replace(/order-\w+/, 'order'))
const keys = () => new Set(placed().map(({ headers }) => headers['idempotency-key']))
const paysInTheSheet = () =>
  sheet().mockImplementationOnce(async (options) => {
    opened.shop.payByPackage(options.package)
    return { errMsg: 'requestPayment:ok' }
  })
const leaves = () => waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())

test('a second tap on 提交订单 is the same order', async () => {
  const checkout = await checkoutOf('mug-sand')
  paysInTheSheet()
  act(() => {
    checkout.current.submit()
    checkout.current.submit()
  })
  await leaves()
  expect([placed().length, opened.shop.orders().length, sheet().mock.calls.length]).toEqual([1, 1, 1])
  expect(wentTo()).toEqual(['/trade/result/index?order=order'])
})

test('an order whose answer was lost is found by the next tap, not made twice', async () => {
  const checkout = await checkoutOf('mug-sand')
  // The client itself asks a second time; both answers are lost.
  opened.shop.fail('placeOrder', { network: true, afterwards: true, times: 2 })
  await submit(checkout)
  expect([opened.shop.orders().length, checkout.current.notice]).toEqual([1, 'checkout.noAnswer'])

  paysInTheSheet()
  act(() => checkout.current.submit())
  await leaves()
  expect([opened.shop.orders().length, keys().size]).toEqual([1, 1])
  expect(opened.shop.orders()[0]!.status).toBe('paid')
})

test('a lost answer and another remark: the first order stands, and the shopper is sent to look', async () => {
  const checkout = await checkoutOf('mug-sand')
  opened.shop.fail('placeOrder', { network: true, afterwards: true, times: 2 })
  await submit(checkout)
  act(() => checkout.current.setRemark('放门口'))
  act(() => checkout.current.submit())
  await leaves()
  expect([asked(), wentTo()]).toEqual([['上一次提交已经生成订单'], ['/trade/orders/index']])
  expect(opened.shop.orders()).toHaveLength(1)
})

test('sold out between cart and order: the line says so, nothing is ordered, another tap is not sent', async () => {
  const checkout = await checkoutOf('kettle-black', 2)
  opened.shop.setStock('kettle-black', 0)
  await submit(checkout)
  expect(checkout.current).toMatchObject({
    notice: 'checkout.linesGone',
    blocked: true,
    together: [{ skuId: 'kettle-black', status: 'sold_out' }],
  })
  act(() => checkout.current.submit())
  expect([placed().length, opened.shop.orders()]).toEqual([1, []])
})

test('a price that changed is shown and said; the shopper orders again, as another order', async () => {
  const checkout = await checkoutOf('mug-sand')
  opened.shop.setPrice('mug-sand', 99_00)
  await submit(checkout)
  expect(checkout.current).toMatchObject({ notice: 'checkout.quoteChanged', quote: { amounts: { goods: 99_00 } } })
  paysInTheSheet()
  act(() => checkout.current.submit())
  await leaves()
  expect([opened.shop.orders()[0]!.amounts.goods, keys().size]).toEqual([99_00, 2])
})

test('an expired session is renewed once, and the order is placed', async () => {
  const checkout = await checkoutOf('mug-sand')
  const before = jest.mocked(Taro.login).mock.calls.length
  opened.shop.expireSessions()
  paysInTheSheet()
  act(() => checkout.current.submit())
  await leaves()
  expect(jest.mocked(Taro.login).mock.calls.length - before).toBe(1)
  expect(opened.shop.orders()).toHaveLength(1)
})

test('payment cancelled, then 继续付款: one order, paid', async () => {
  const checkout = await checkoutOf('mug-sand')
  sheet().mockRejectedValueOnce({ errMsg: 'requestPayment:fail cancel' })
  paysInTheSheet()
  act(() => checkout.current.submit())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect([asked(), opened.shop.orders().length, opened.shop.orders()[0]!.status]).toEqual([['还没有付款'], 1, 'paid'])
})

test('payment cancelled, then 放弃: the order waits, and the shopper sees it', async () => {
  const checkout = await checkoutOf('mug-sand')
  sheet().mockRejectedValueOnce({ errMsg: 'requestPayment:fail cancel' })
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  act(() => checkout.current.submit())
  await waitFor(() => expect(wentTo()).toEqual(['/trade/order/index?id=order']))
  expect(opened.shop.orders()[0]!.status).toBe('pending_payment')
})

test('a payment that cannot begin says why and leaves the order waiting', async () => {
  const checkout = await checkoutOf('mug-sand')
  opened.shop.fail('startPayment', { code: 'wechat_unavailable', times: 9 })
  act(() => checkout.current.submit())
  await leaves()
  expect(jest.mocked(Taro.showToast).mock.calls[0]![0]!.title).toBe('微信服务暂时没有响应，请稍后重试')
  expect(wentTo()).toEqual(['/trade/order/index?id=order'])
})

describe('a coupon', () => {
  type Checkout = { current: ReturnType<typeof useCheckout> }
  const tries = (checkout: Checkout, ...codes: string[]) =>
    act(async () => void (await checkout.current.coupons.tryCodes(codes)))
  const discount = ({ current }: Checkout) => current.quote?.amounts.discount

  test('takes something off, and goes again', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'fresh10')
    expect(checkout.current.quote).toMatchObject({ coupon: { discount: 12_80 }, amounts: { discount: 12_80 } })
    await tries(checkout)
    expect([checkout.current.coupons.codes, discount(checkout)]).toEqual([[], 0])
  })

  test('that does not count stands in nobody’s way', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, '满500减50')
    expect(checkout.current.quote?.couponRefused).toMatchObject({ reason: 'below_threshold', missing: 372_00 })
    paysInTheSheet()
    act(() => checkout.current.submit())
    await leaves()
    expect(opened.shop.orders()).toMatchObject([{ status: 'paid', coupon: null, amounts: { discount: 0 } }])
  })

  test('that could not be tried leaves the page as it was', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'FRESH10')
    opened.shop.fail('quote', { code: 'internal', times: 9 })
    await tries(checkout, 'SPRING24')
    expect(checkout.current).toMatchObject({ error: null, old: false, coupons: { codes: ['FRESH10'], trying: false } })
    expect(discount(checkout)).toBe(12_80)
  })

  test('survives another address', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'FRESH10')
    act(() => sendTo({ id: null, address: { ...address, name: '李四' } }))
    await waitFor(() => expect(checkout.current.address?.name).toBe('李四'))
    await waitFor(() => expect(checkout.current.old).toBe(false))
    expect(discount(checkout)).toBe(12_80)
  })

  test('whose time ran out meanwhile is said, with the amount there is without it', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'FRESH10')
    opened.shop.endCoupon('FRESH10')
    await submit(checkout)
    expect(checkout.current).toMatchObject({
      notice: 'checkout.couponGone',
      quote: { couponRefused: { reason: 'expired' }, amounts: { discount: 0 } },
    })
    paysInTheSheet()
    act(() => checkout.current.submit())
    await leaves()
    expect([opened.shop.orders().length, keys().size]).toEqual([1, 2])
  })

  test('with a lost answer: the next tap finds the order, whoever takes the coupon off is told first', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'FRESH10')
    opened.shop.fail('placeOrder', { network: true, times: 2 })
    await submit(checkout)
    opened.shop.fail('placeOrder', { network: true, times: 2 })
    await submit(checkout)
    expect(keys().size).toBe(1)

    await tries(checkout)
    jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
    await submit(checkout)
    expect([asked(), placed().length, wentTo()]).toEqual([['上一次提交可能已经生成订单'], 4, []])
    paysInTheSheet()
    act(() => checkout.current.submit())
    await leaves()
    expect([opened.shop.orders().length, keys().size]).toEqual([1, 2])
  })

  test('of two whose one ran out meanwhile: that is said, the other still counts, and the order goes with it', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'PLUS5', 'MORE20')
    expect(discount(checkout)).toBe(26_40)
    opened.shop.endCoupon('MORE20')
    await submit(checkout)
    expect(checkout.current).toMatchObject({
      notice: 'checkout.couponGone',
      quote: { coupons: [{ code: 'PLUS5' }], couponsRefused: [{ code: 'MORE20', reason: 'expired' }] },
    })
    paysInTheSheet()
    act(() => checkout.current.submit())
    await leaves()
    expect(opened.shop.orders()).toMatchObject([{ coupons: [{ code: 'PLUS5' }], amounts: { discount: 6_40 } }])
  })

  test('added to another that it cannot join leaves that one as it is', async () => {
    const checkout = await checkoutOf('mug-sand')
    await tries(checkout, 'MORE20')
    const { tryCodes } = checkout.current.coupons
    let answer: Awaited<ReturnType<typeof tryCodes>> = null
    await act(async () => {
      answer = await tryCodes(['MORE20', 'FRESH10'], 'FRESH10')
    })
    expect(answer).toMatchObject({ taken: false, quote: { couponsRefused: [{ reason: 'not_stackable' }] } })
    expect([checkout.current.coupons.codes, discount(checkout)]).toEqual([['MORE20'], 20_00])
  })
})
