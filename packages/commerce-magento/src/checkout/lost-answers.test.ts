import { BackendUnavailable } from '@xiaopu/commerce'
import { newShopper, orderFor } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())
afterEach(() => stand.control.disarm())

const ordersThere = () => stand.control.orders().length
const placements = async () => (await stand.database.execute('select * from magento.placements')).rows

/** Whatever answer is lost, the same reference asked for again is one order, and Magento has one. */
describe.each([
  ['placing', { kind: 'placeOrderThenDrop' as const }],
  ['reading the placed order', { kind: 'dropAfter' as const, operation: 'GET /V1/orders' }],
  ['setting the payment method', { kind: 'dropAfter' as const, operation: 'setPaymentMethodOnCart' }],
  ['choosing how it is sent', { kind: 'dropAfter' as const, operation: 'setShippingMethodsOnCart' }],
  ['setting the address', { kind: 'dropAfter' as const, operation: 'setShippingAddressesOnCart' }],
  ['filling the till', { kind: 'dropAfter' as const, operation: 'addProductsToCart' }],
  ['opening the till', { kind: 'dropAfter' as const, operation: 'customerCart' }],
])('the answer to %s is lost', (_, fault) => {
  test('and there is one order', async () => {
    const shopper = newShopper()
    const request = await orderFor(stand.backend, shopper, { STOOL: 2 })
    await stand.backend.checkout.quote(shopper, { items: [], address: null })
    if (fault.kind === 'dropAfter' && fault.operation === 'addProductsToCart') {
      // The quote has left the goods in the till: another purchase takes them out again.
      await stand.backend.checkout.quote(shopper, { items: [{ skuId: 'LAMP', quantity: 1 }], address: null })
    }
    const before = ordersThere()
    stand.control.arm(fault)
    const first = await stand.backend.checkout.place(shopper, request).catch((error: unknown) => error)
    expect(stand.control.faults()).toEqual([])
    if (first instanceof Error) expect(first).toBeInstanceOf(BackendUnavailable)
    const second = await stand.backend.checkout.place(shopper, request)
    expect(second).toMatchObject({ ok: true })
    expect(ordersThere()).toBe(before + 1)
    expect((await stand.backend.orders.list(shopper, { limit: 10 })).items).toHaveLength(1)
    expect(await placements()).toEqual([])
  })
})

test('an order that was placed while the connection dropped is found at once', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1, 'ARC-CHAIR:CHAIR-OAK': 2 })
  stand.control.arm({ kind: 'placeOrderThenDrop' })
  const answer = await stand.backend.checkout.place(shopper, request)
  expect(answer).toMatchObject({ ok: true, replayed: false })
  const [order] = (await stand.backend.orders.list(shopper, { limit: 10 })).items
  expect(stand.control.order(order!.number)).toMatchObject({ grandTotal: order!.amounts.total })
})

test('placing takes a minute: the shopper is told to wait, Magento is not asked twice, and the order is there', async () => {
  const impatient = stand.another({ timeouts: { placeOrder: 150 } })
  const shopper = newShopper()
  const request = await orderFor(impatient, shopper, { STOOL: 1 })
  const before = ordersThere()
  stand.control.clearRequests()
  stand.control.arm({ kind: 'slow', operation: 'placeOrder', ms: 1_000 })
  await expect(impatient.checkout.place(shopper, request)).rejects.toThrow(BackendUnavailable)
  // A second tap, and even another order, while nobody knows what became of the first.
  await expect(impatient.checkout.place(shopper, request)).rejects.toThrow('has not said yet')
  const other = { ...request, reference: 'another' }
  await expect(impatient.checkout.place(shopper, other)).rejects.toThrow('has not said yet')
  await until(() => ordersThere() === before + 1)
  expect(await impatient.checkout.place(shopper, request)).toMatchObject({ ok: true, replayed: true })
  expect(ordersThere()).toBe(before + 1)
  expect(timesAsked('placeOrder')).toBe(1)
})

test('the process dies after Magento has placed the order: another process finds it', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
  const before = ordersThere()
  // Every search for the order is lost, too: the first process learns nothing.
  stand.control.arm({ kind: 'placeOrderThenDrop' })
  stand.control.arm({ kind: 'dropAfter', operation: 'GET /V1/orders' }, 'always')
  await expect(stand.backend.checkout.place(shopper, request)).rejects.toThrow(BackendUnavailable)
  expect(await placements()).toHaveLength(1)
  stand.control.disarm()
  const answer = await stand.another().checkout.place(shopper, request)
  expect(answer).toMatchObject({ ok: true, replayed: true })
  expect(ordersThere()).toBe(before + 1)
})

test('an order that was never placed does not keep the shopper from buying for ever', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
  stand.control.arm({ kind: 'maskedError', operation: 'placeOrder' })
  await expect(stand.backend.checkout.place(shopper, request)).rejects.toThrow(BackendUnavailable)
  await stand.database.execute("update magento.placements set asked_at = asked_at - interval '2 minutes'")
  expect(await stand.backend.checkout.place(shopper, request)).toMatchObject({ ok: true, replayed: false })
})

test('nobody was there to take the order: it may be asked for again at once', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
  let refuse = true
  const flaky = stand.another({
    fetch: async (input, init) => {
      if (refuse && String(init?.body).includes('PlaceOrder')) {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })
      }
      return fetch(input, init)
    },
  })
  await expect(flaky.checkout.place(shopper, request)).rejects.toThrow(BackendUnavailable)
  refuse = false
  expect(await flaky.checkout.place(shopper, request)).toMatchObject({ ok: true, replayed: false })
})

function timesAsked(operation: string): number {
  return stand.control.requests().filter(({ operations }) => operations.includes(operation)).length
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20))
}
