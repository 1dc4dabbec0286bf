import { shopWith, tap, waitFor } from './harness'

const button = (name: string | RegExp) => ['button', { name }] as const

test('picked up in a store: no address, no fee, and the code in the order until the till has read it', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.storage.set('address', {
    ...{ name: '王小明', phone: '13800138000', province: '上海市', city: '上海市', district: '徐汇区' },
    ...{ detail: '武康路 99 号', postalCode: null, nationalCode: null },
  })
  const page = await openPage('/trade/checkout/index')
  await tap(await page.findByRole(...button('到店自提')))
  await page.findByText('上海武康路店')
  const submit = () => page.getByRole(...button('提交订单'))
  await waitFor(() => expect(submit().getAttribute('aria-disabled')).toBeNull())
  await tap(submit())
  await arriveAt('/trade/result/index')
  const [placed] = shop.requestsTo('placeOrder')
  expect(placed?.body).toMatchObject({
    address: null,
    delivery: { kind: 'pickup', storeId: 'shanghai-wukang', name: '王小明', phone: '13800138000' },
  })
  const [order] = shop.orders()
  expect(order).toMatchObject({ status: 'paid', amounts: { shipping: 0 }, delivery: { kind: 'pickup' } })
  const code = order?.delivery.kind === 'pickup' ? order.delivery.code! : ''

  shop.makeReady(order!.id)
  const waiting = await openPage(`/trade/order/index?id=${order!.id}`)
  await waiting.findByText('待自提')
  await waiting.findByText(code.match(/\d{4}/g)!.join(' '))
  await tap(waiting.getByRole(...button('复制取货码')))
  await waitFor(() => expect(phone.callsOf('setClipboardData')).toMatchObject([{ data: code }]))

  shop.handOver(order!.id)
  const done = await openPage(`/trade/order/index?id=${order!.id}`)
  await done.findByText('已完成')
  expect(done.queryByRole(...button('复制取货码'))).toBeNull()
})

test('a code makes the screen bright and keeps it on, until the page is left', async () => {
  const { shop, phone, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.storage.set('address', {
    ...{ name: '王小明', phone: '13800138000', province: '上海市', city: '上海市', district: '徐汇区' },
    ...{ detail: '武康路 99 号', postalCode: null, nationalCode: null },
  })
  phone.getScreenBrightness = () => ({ result: { value: 0.3 } })
  const page = await openPage('/trade/checkout/index')
  await tap(await page.findByRole(...button('到店自提')))
  await page.findByText('上海武康路店')
  await waitFor(() => expect(page.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await waitFor(() => expect(shop.orders()[0]?.status).toBe('paid'))
  expect(phone.callsOf('setScreenBrightness')).toEqual([])

  const order = await openPage(`/trade/order/index?id=${shop.orders()[0]!.id}`)
  await order.findByRole(...button('复制取货码'))
  await waitFor(() => expect(phone.callsOf('setScreenBrightness')).toEqual([{ value: 1 }]))
  expect(phone.callsOf('setKeepScreenOn')).toEqual([{ keepScreenOn: true }])

  await openPage('/trade/orders/index')
  await waitFor(() => expect(phone.callsOf('setScreenBrightness')).toEqual([{ value: 1 }, { value: 0.3 }]))
  expect(phone.callsOf('setKeepScreenOn')).toEqual([{ keepScreenOn: true }, { keepScreenOn: false }])
})
