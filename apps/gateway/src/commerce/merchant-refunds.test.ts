import type { Order } from '@xiaopu/contract'
import { createGateway, type Gateway } from '../gateway'
import { MINUTE } from '../testing/clock'
import { type MagentoStand, openMagentoStand, WEBHOOK_SECRET } from '../testing/magento-stand'
import { newServerDatabase, serverUrl } from '../testing/server-database'
import type { Visitor } from '../testing/visitor'
import { MAGENTO_NOTIFY_PATH } from './magento-webhook'

let stand: MagentoStand
let shopper: Visitor

const open = async () => {
  stand = await openMagentoStand()
  shopper = await stand.shop.shopper()
}
const paid = async () => {
  const order = await shopper.order('LAMP')
  const { body } = await shopper.startPayment(order)
  await stand.shop.payOnPhone(body.params)
  return order
}
const atMagento = (order: Order) => stand.magento.control.order(order.number)!
const refundsOf = (order: Order) =>
  stand.shop.sandbox.control.refunds().filter(({ outTradeNo }) => outTradeNo === order.number)
const amounts = (order: Order) => refundsOf(order).map(({ refund }) => refund)
const settle = async (order: Order) => {
  for (const { outRefundNo, status } of refundsOf(order)) {
    if (status === 'PROCESSING') stand.shop.sandbox.control.settleRefund(outRefundNo, 'SUCCESS')
  }
  await stand.shop.sandbox.control.whenIdle()
}
/** The jobs of the next minutes: events first, then what they have made due. */
const work = async (minutes = 1) => {
  for (let minute = 0; minute < minutes; minute++) {
    await stand.shop.gateway.runJobsOnce()
    stand.shop.clock.pass(MINUTE)
    await stand.shop.gateway.runJobsOnce()
  }
}

describe('money that the merchant refunds in Magento', () => {
  beforeAll(open)
  afterAll(() => stand.close())
  afterEach(() => {
    stand.magento.control.pointWebhookAt(null)
    expect(stand.magento.control.bugs).toEqual([])
  })

  test('goes back through WeChat once, though webhook and poll both tell, and has no second credit memo', async () => {
    const order = await paid()
    const url = stand.shop.gateway.app.listeningOrigin + MAGENTO_NOTIFY_PATH
    stand.magento.control.pointWebhookAt({ url, secret: WEBHOOK_SECRET })
    stand.magento.control.refundOrder(order.number)
    await Promise.all([stand.magento.control.webhooksSettled(), stand.shop.gateway.runJobsOnce()])
    await work()
    expect(amounts(order)).toEqual([order.amounts.total])
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunding' })
    await settle(order)
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded' })
    await work(2)
    expect(amounts(order)).toEqual([order.amounts.total])
    expect(atMagento(order).creditMemos).toHaveLength(1)
  })

  test('in parts goes back in parts, each of its own amount; what is left is still sent', async () => {
    const order = await paid()
    stand.magento.control.refundOrder(order.number, 39)
    await work()
    await settle(order)
    expect(amounts(order)).toEqual([3_900])
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid' })
    stand.magento.control.shipOrder(order.number)
    await work()
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', paymentStatus: 'paid' })
    stand.magento.control.refundOrder(order.number)
    await work()
    expect(amounts(order)).toEqual([3_900, order.amounts.total - 3_900])
    await settle(order)
    expect(await shopper.seen(order)).toMatchObject({ paymentStatus: 'refunded' })
    expect(atMagento(order).creditMemos).toHaveLength(2)
  })

  test('in two parts of the same minute goes back in two, a minute apart as WeChat wants it', async () => {
    const order = await paid()
    stand.magento.control.refundOrder(order.number, 1)
    stand.magento.control.refundOrder(order.number, 1)
    await work(3)
    expect(amounts(order)).toEqual([100, 100])
    expect(new Set(refundsOf(order).map(({ outRefundNo }) => outRefundNo)).size).toBe(2)
  })

  test.each(['request', 'answer'] as const)('goes back once also when the %s to WeChat is lost', async (drop) => {
    const order = await paid()
    stand.shop.sandbox.control.fail({ endpoint: 'refund.apply', drop })
    stand.magento.control.refundOrder(order.number)
    await stand.shop.gateway.runJobsOnce()
    await work(4)
    expect(amounts(order)).toEqual([order.amounts.total])
    await settle(order)
    expect(await shopper.seen(order)).toMatchObject({ paymentStatus: 'refunded' })
  })

  test('goes back when WeChat’s account has money again', async () => {
    const order = await paid()
    stand.shop.sandbox.control.fail({ endpoint: 'refund.apply', status: 403, code: 'NOT_ENOUGH' })
    stand.magento.control.refundOrder(order.number)
    await stand.shop.gateway.runJobsOnce()
    await stand.shop.gateway.runJobsOnce()
    expect(amounts(order)).toEqual([])
    await work(4)
    expect(amounts(order)).toEqual([order.amounts.total])
  })

  test('is not sent a second time by a callback that comes again', async () => {
    const order = await paid()
    stand.magento.control.refundOrder(order.number, 50)
    stand.magento.control.refundOrder(order.number)
    await work(3)
    await settle(order)
    await stand.shop.database.execute('update gateway.payment_events set applied_at = null')
    await work(2)
    expect(amounts(order)).toEqual([5_000, order.amounts.total - 5_000])
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded' })
  })

  test('of an order that Magento was never told is paid goes back whole when it is cancelled there', async () => {
    const order = await shopper.order('LAMP')
    const { body } = await shopper.startPayment(order)
    stand.magento.control.arm({ kind: 'invoiceFails' }, 'always')
    await stand.shop.payOnPhone(body.params)
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid' })
    stand.magento.control.cancelOrder(order.number)
    await work()
    stand.magento.control.disarm()
    await settle(order)
    await work(2)
    expect(amounts(order)).toEqual([order.amounts.total])
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded' })
    expect(atMagento(order)).toMatchObject({ invoices: [], creditMemos: [] })
  })

  test('of an order that was paid at the counter does not come out of WeChat', async () => {
    const order = await shopper.order('LAMP')
    await shopper.startPayment(order)
    stand.magento.control.invoiceOrder(order.number)
    stand.magento.control.refundOrder(order.number)
    await work(2)
    expect(amounts(order)).toEqual([])
  })
})

const onServer = serverUrl ? describe : describe.skip

onServer('two gateways on one PostgreSQL server', () => {
  let server: Awaited<ReturnType<typeof newServerDatabase>>
  let second: Gateway
  beforeAll(async () => {
    server = await newServerDatabase()
    stand = await openMagentoStand({}, await server.open())
    shopper = await stand.shop.shopper()
    second = await createGateway(stand.shop.config, {
      database: await server.open(),
      clock: stand.shop.clock.now,
      jobs: 'by-hand',
      logStream: { write: () => {} },
    })
  })
  afterAll(async () => {
    await second.close()
    await second.database.close()
    await stand.close()
    await server.drop()
  })

  test('send each refund of the merchant’s back once, though both look for it', async () => {
    const orders = [await paid(), await paid(), await paid()]
    for (const { number } of orders) {
      stand.magento.control.refundOrder(number, 20)
      stand.magento.control.refundOrder(number)
    }
    for (let minute = 0; minute < 4; minute++) {
      await Promise.all([stand.shop.gateway.runJobsOnce(), second.runJobsOnce()])
      stand.shop.clock.pass(MINUTE)
    }
    // Two gateways send two refunds in either order.
    const byAmount = (one: number, other: number) => one - other
    for (const order of orders) expect(amounts(order).toSorted(byAmount)).toEqual([2_000, order.amounts.total - 2_000])
    for (const order of orders) expect(atMagento(order).creditMemos).toHaveLength(2)
  })
})
