import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MagentoStandIn } from '../stand-in'
import { graphql, rest } from '../testing/client'
import { add, guestCart, openShop, place, readyCart } from '../testing/open-shop'

describe('bad luck', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(() => magento.close())
  const ask = (query = '{ storeConfig { locale } }', headers = {}) => graphql(magento.url, query, {}, headers)

  test('HTTP 200 with errors, once, for the operation it was armed for', async () => {
    magento.control.arm({ kind: 'http200WithErrors', operation: 'currency', category: 'graphql-no-such-entity' })
    expect((await ask()).errors).toEqual([])
    const struck = await ask('{ currency { base_currency_code } }')
    expect(struck).toMatchObject({
      status: 200,
      data: { currency: null },
      errors: [{ extensions: { category: 'graphql-no-such-entity' } }],
    })
    expect((await ask('{ currency { base_currency_code } }')).errors).toEqual([])
  })
  test('a masked error says nothing, and is no mistake of the stand-in', async () => {
    magento.control.arm({ kind: 'maskedError' })
    const { errors } = await ask()
    expect(errors[0]).toEqual({ message: 'Internal server error', locations: expect.anything(), path: ['storeConfig'] })
    expect(magento.control.bugs).toEqual([])
  })
  test('the order is made and the connection drops', async () => {
    const id = await readyCart(magento, 'LAMP')
    magento.control.arm({ kind: 'placeOrderThenDrop' })
    await expect(place(magento, id)).rejects.toThrow()
    expect(magento.control.orders()).toHaveLength(1)
    expect((await place(magento, id)).data.placeOrder.errors[0].code).toBe('CART_NOT_ACTIVE')
  })
  test('of several products the first is added', async () => {
    magento.control.arm({ kind: 'partialAdd' })
    const { data } = await add(magento, await guestCart(magento), [
      { sku: 'LAMP', quantity: 1 },
      { sku: 'STOOL', quantity: 1 },
    ])
    expect(data.addProductsToCart.cart.itemsV2.items).toHaveLength(1)
    expect(data.addProductsToCart.user_errors).toHaveLength(1)
  })
  test('the stock is gone, the price is another, the product is disabled, just before the order', async () => {
    const carts = [
      await readyCart(magento, 'LAMP'),
      await readyCart(magento, 'LAMP'),
      await readyCart(magento, 'STOOL'),
    ]
    magento.control.arm({ kind: 'priceChange', sku: 'LAMP', price: 300, operation: 'placeOrder' })
    await place(magento, carts[0]!)
    expect(magento.control.orders()[0]!.grandTotal).toBe(31_000)
    magento.control.arm({ kind: 'stockGone', sku: 'LAMP', operation: 'placeOrder' })
    expect((await place(magento, carts[1]!)).data.placeOrder.orderV2).toBeNull()
    magento.control.arm({ kind: 'disableVariant', sku: 'STOOL', operation: 'placeOrder' })
    expect((await place(magento, carts[2]!)).data.placeOrder.orderV2).toBeNull()
  })
  test('an operation is too complex all of a sudden', async () => {
    magento.control.arm({ kind: 'complexityRefused' })
    expect((await ask()).errors[0]!.message).toContain('Max query complexity')
  })
  test('the currency header is refused, as with magento2#41242', async () => {
    magento.control.arm({ kind: 'currencyHeaderRefused' })
    expect((await ask(undefined, { 'content-currency': 'CNY' })).errors).toHaveLength(1)
    expect((await ask(undefined, { 'content-currency': 'CNY' })).errors).toEqual([])
  })
  test('nobody answers, until it is disarmed', async () => {
    magento.control.arm({ kind: 'down' }, 'always')
    await expect(ask()).rejects.toThrow()
    await expect(rest(magento.url, 'GET', '/V1/store/storeViews')).rejects.toThrow()
    magento.control.disarm('down')
    expect((await ask()).errors).toEqual([])
  })
  test('a slow answer comes late, and only for its operation', async () => {
    magento.control.arm({ kind: 'slow', operation: 'storeConfig', ms: 5_000 })
    await expect(
      fetch(magento.graphqlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ storeConfig { locale } }"}',
        signal: AbortSignal.timeout(50),
      }),
    ).rejects.toThrow()
    expect((await ask('{ currency { base_currency_code } }')).errors).toEqual([])
  })
  test('an invoice fails twice and then succeeds', async () => {
    await place(magento, await readyCart(magento, 'LAMP'))
    const [order] = magento.control.orders()
    magento.control.arm({ kind: 'invoiceFails' }, 2)
    const statuses: number[] = []
    for (let attempt = 0; attempt < 3; attempt++)
      statuses.push((await rest(magento.url, 'POST', `/V1/order/${order!.id}/invoice`, {})).status)
    expect(statuses).toEqual([500, 500, 200])
  })
  test('over HTTP the same can be done', async () => {
    const call = async (name: string, ...given: unknown[]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${magento.url}/__control/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(given),
      })
      return { status: answer.status, body: await answer.json() }
    }
    expect(await call('setStock', 'LAMP', 1)).toEqual({ status: 200, body: { result: null } })
    expect((await call('salable', 'LAMP')).body).toEqual({ result: 1 })
    expect((await call('setStock', 'NONE', 1)).status).toBe(400)
    expect((await call('approveReview', 99)).status).toBe(400)
    await call('addCoupon', { code: 'HALF', label: '八折', percent: 20 })
    expect((await call('coupons')).body).toEqual({ result: [{ code: 'HALF', label: '八折', percent: 20 }] })
    await call('withdrawCoupon', 'half')
    expect((await call('coupons')).body).toEqual({ result: [] })
    expect((await call('explode')).status).toBe(404)
    await call('arm', { kind: 'down', status: 503 })
    expect((await fetch(magento.graphqlUrl)).status).toBe(503)
  })

  test('a change of an order is told, signed; with the fault, twice', async () => {
    const told: { body: string; signature: string | undefined }[] = []
    const listener = createServer(async (request: IncomingMessage, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      told.push({ body, signature: request.headers['x-magento-signature'] as string | undefined })
      response.end()
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const { port } = listener.address() as AddressInfo
    magento.control.pointWebhookAt({ url: `http://127.0.0.1:${port}/hook`, secret: 'whisper' })
    await place(magento, await readyCart(magento, 'LAMP'))
    const [order] = magento.control.orders()
    magento.control.arm({ kind: 'doubleNotification' })
    magento.control.invoiceOrder(order!.number)
    magento.control.shipOrder(order!.number, [{ carrierCode: 'sf', title: '顺丰', number: 'SF1' }])
    await magento.control.webhooksSettled()
    const events = told.map(({ body }) => JSON.parse(body)).map(({ event, status }) => `${event} ${status}`)
    expect(events.sort()).toEqual([
      'order.shipment complete',
      'order.status complete',
      'order.status processing',
      'order.status processing',
    ])
    for (const { body, signature } of told)
      expect(signature).toBe(createHmac('sha256', 'whisper').update(body).digest('hex'))
    listener.close()
  })
})
