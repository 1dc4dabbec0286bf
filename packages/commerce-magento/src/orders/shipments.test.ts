import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => {
  expect(stand.control.bugs).toEqual([])
  await stand.close()
})
afterEach(() => stand.control.disarm())

const SF = { carrierCode: 'custom', title: '顺丰速运', number: 'SF1234567890123' }
const ZTO = { carrierCode: 'zto', title: '', number: '75312345678901' }

/** An order of two stools and a chair, for which the money has come. */
async function paidOrder() {
  const shopper = newShopper()
  const order = await placed(stand.backend, shopper, { STOOL: 2, 'ARC-CHAIR:CHAIR-OAK': 1 })
  const payment = { transactionId: order.number, amount: order.amounts.total, paidAt: new Date() }
  await stand.backend.orders.markPaid(order.id, payment)
  await stand.advance(1_000)
  return { shopper, order }
}
const find = async (id: string) => (await stand.backend.orders.find(id))!
async function told(orderId: string) {
  const seen: string[] = []
  for (;;) {
    const claimed = await stand.backend.events.claim(500, 30_000)
    if (claimed.length === 0) return seen
    for (const event of claimed) {
      if (event.orderId === orderId && event.type === 'order.shipped') seen.push(event.shipmentId)
    }
    await stand.backend.events.confirm(claimed.map(({ id }) => id))
  }
}

test('Magento does not tell the parcels now: nothing is known of them until it does', async () => {
  const { order } = await paidOrder()
  stand.control.shipOrder(order.number, [SF])
  stand.control.arm({ kind: 'down', status: 503 }, 'always')
  await expect(stand.backend.orderChanged(order.number)).rejects.toThrow()
  stand.control.disarm()
  stand.control.arm({ kind: 'maskedError', operation: 'GET /V1/shipments' })
  await expect(stand.backend.orderChanged(order.number)).rejects.toThrow()
  expect(await find(order.id)).toMatchObject({ status: 'paid', shipments: [] })
  expect(await told(order.id)).toEqual([])
  await stand.backend.orderChanged(order.number)
  expect(await find(order.id)).toMatchObject({ status: 'shipped', shipments: [{ trackingNumber: SF.number }] })
})

test('an order sent in two parcels is shipped with the second; each is told of once', async () => {
  const { order } = await paidOrder()
  stand.control.shipOrder(order.number, [SF], { STOOL: 1 })
  await stand.backend.syncOrders()
  const half = await find(order.id)
  expect(half.status).toBe('paid')
  expect(half.shipments).toMatchObject([
    { carrier: '顺丰速运', trackingNumber: SF.number, lines: [{ skuId: 'STOOL', quantity: 1 }] },
  ])
  await stand.advance(1_000)
  stand.control.shipOrder(order.number, [ZTO])
  await stand.backend.syncOrders()
  await stand.backend.syncOrders()
  const whole = await find(order.id)
  expect(whole.status).toBe('shipped')
  expect(whole.shipments[0]).toEqual(half.shipments[0])
  // Without words for it the carrier goes by its code; a variant is told by its own SKU.
  expect(whole.shipments[1]).toMatchObject({ carrier: 'zto', trackingNumber: ZTO.number })
  expect(whole.shipments[1]!.lines).toEqual([
    { skuId: 'STOOL', quantity: 1 },
    { skuId: 'ARC-CHAIR:CHAIR-OAK', quantity: 1 },
  ])
  expect(await told(order.id)).toEqual(whole.shipments.map(({ id }) => id))
})

test('one shipment with two numbers is two parcels', async () => {
  const { order } = await paidOrder()
  stand.control.shipOrder(order.number, [SF, ZTO])
  await stand.backend.syncOrders()
  const { shipments } = await find(order.id)
  expect(shipments.map(({ trackingNumber }) => trackingNumber)).toEqual([SF.number, ZTO.number])
  expect(shipments.map(({ lines }) => lines.length)).toEqual([2, 0])
  expect(new Set(shipments.map(({ id }) => id)).size).toBe(2)
})

test('what is sent without a number names how it is sent', async () => {
  const { order } = await paidOrder()
  stand.control.shipOrder(order.number)
  await stand.backend.syncOrders()
  const [parcel] = (await find(order.id)).shipments
  expect(parcel).toMatchObject({ trackingNumber: null, carrier: expect.stringMatching(/./) })
})

test('receipt is confirmed while Magento is down, and stays when Magento is looked at again', async () => {
  const { shopper, order } = await paidOrder()
  stand.control.shipOrder(order.number, [SF])
  await stand.backend.syncOrders()
  stand.control.arm({ kind: 'down' }, 'always')
  expect(await stand.backend.orders.confirmReceipt(shopper, order.id)).toMatchObject({ outcome: 'completed' })
  stand.control.disarm()
  await stand.backend.orderChanged(order.number)
  expect((await find(order.id)).status).toBe('completed')
})
