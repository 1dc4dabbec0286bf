import type { Order } from '@xiaopu/contract'
import { createGateway } from '../../gateway'
import { DAY, HOUR, MINUTE } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { LIN } from '../../testing/stand'
import { afterSaleTalk } from '../after-sales/testing'

const { stand, shopper, owner, signIn, runJobs } = openedShop()
const { ask, answer, payOut } = afterSaleTalk(stand)

const control = () => stand().sandbox.control
const seen = async (order: Order) => (await shopper.seen(order)).status
/** Sent, and WeChat was told: from then on its shopper can confirm receipt there. */
async function sent(skuId = 'LAMP'): Promise<Order> {
  const order = await stand().sent(shopper, skuId)
  await runJobs()
  await runJobs()
  await control().whenIdle()
  return order
}
async function confirmedInWechat({ number }: Order, by: 'shopper' | 'wechat' = 'shopper'): Promise<void> {
  control().receive(number, by)
  await control().whenIdle()
}
const asksDuring = async (work: () => Promise<void>) => {
  let asks = 0
  await stand().gateway.close()
  await stand().start({
    fetch: (input, init) => {
      if (String(input).includes('/wxa/sec/order/get_order')) asks += 1
      return fetch(input, init)
    },
  })
  await work()
  return asks
}

describe('receipt that is confirmed in WeChat', () => {
  test.each(['shopper', 'wechat'] as const)('by the %s is known here as soon as WeChat tells', async (by) => {
    const order = await sent()
    expect(await seen(order)).toBe('shipped')
    stand().clock.pass(HOUR)
    await confirmedInWechat(order, by)
    expect(await shopper.seen(order)).toMatchObject({ status: 'completed', receiptDueAt: null })
    expect(control().pushes()).toMatchObject([
      { body: { estimated_settlement_time: expect.any(Number) }, taken: true },
      { body: { merchant_trade_no: order.number, confirm_receive_time: expect.any(Number) }, taken: true },
    ])
  })

  test('and told of twice is received once, and says nothing of the other order of that second', async () => {
    const [order, other] = [await sent(), await sent('CUP-W')]
    stand().clock.pass(HOUR)
    await confirmedInWechat(order)
    control().repeatPush()
    await control().whenIdle()
    expect([await seen(order), await seen(other)]).toEqual(['completed', 'shipped'])
    await confirmedInWechat(other)
    expect(await seen(other)).toBe('completed')
    const { rows } = await stand().database.execute(
      `select count(*)::int as told from commerce.outbox where type = 'order.completed'`,
    )
    expect(rows).toEqual([{ told: 2 }])
  })

  test('but told of before this shop knows that the parcel has left is not lost', async () => {
    const order = await sent()
    stand().clock.pass(HOUR)
    // As if the job that waits for receipt had not run yet.
    await stand().database.execute('delete from gateway.order_care')
    await confirmedInWechat(order)
    await runJobs()
    expect(await seen(order)).toBe('completed')
  })

  test('of an order nobody here knows, or of another payment under its number, changes nothing', async () => {
    const order = await sent()
    const pay = { merchant_trade_no: order.number, transaction_id: '4200000000', confirm_receive_time: 1_800_000_000 }
    for (const facts of [pay, { ...pay, merchant_trade_no: 'NOBODYS' }, { merchant_trade_no: order.number }])
      control().pushEvent('trade_manage_order_settlement', facts)
    await control().whenIdle()
    await runJobs()
    expect(await seen(order)).toBe('shipped')
    expect(control().pushes().slice(-3)).toMatchObject([{ taken: true }, { taken: true }, { taken: true }])
  })

  test('waits for an open after-sale, and is known by itself once that is over', async () => {
    const order = await sent('CUP-W')
    const { id } = (await ask(shopper, order, { kind: 'return' })).body
    stand().clock.pass(HOUR)
    await confirmedInWechat(order, 'wechat')
    stand().clock.pass(2 * DAY)
    await runJobs()
    expect(await seen(order)).toBe('shipped')
    await signIn()
    await answer(id, 'refuse', { words: '已经用过' })
    await runJobs()
    expect(await seen(order)).toBe('completed')
  })

  test('comes too late where all the money is on its way back', async () => {
    const order = await sent('CUP-W')
    const { transactionId } = control().orders()[0]!
    const refund = { amount: order.amounts.total, lines: [], restock: false, reason: '补偿' }
    const url = `/v1/merchant/orders/${order.id}/refunds`
    expect((await owner.post(url, refund, { 'idempotency-key': 'a-refund' })).status).toBe(201)
    stand().clock.pass(HOUR)
    control().pushEvent('trade_manage_order_settlement', {
      ...{ merchant_trade_no: order.number, transaction_id: transactionId },
      confirm_receive_time: stand().clock.ms() / 1000,
    })
    await control().whenIdle()
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', paymentStatus: 'refunding' })
    await payOut()
    await runJobs()
    expect((await shopper.seen(order)).paymentStatus).toBe('refunded')
  })

  test('says nothing of a parcel that left after it', async () => {
    const order = await sent()
    await stand().database.execute('update commerce.shipments set shipped_at = $1', [
      new Date(stand().clock.ms() + 2 * HOUR).toISOString(),
    ])
    await stand().database.execute('update gateway.order_care set last_parcel_at = $1', [
      new Date(stand().clock.ms() + 2 * HOUR).toISOString(),
    ])
    stand().clock.pass(HOUR)
    await confirmedInWechat(order)
    await runJobs()
    expect(await seen(order)).toBe('shipped')
  })
})

describe('when WeChat’s word is lost', () => {
  async function lostWord(): Promise<Order> {
    const order = await sent()
    stand().clock.pass(HOUR)
    control().losePushes()
    await confirmedInWechat(order)
    expect(control().pushes().at(-1)).toMatchObject({ taken: false, attempts: [] })
    return order
  }

  test('it is asked a day after the parcel left, and the order is received', async () => {
    const order = await lostWord()
    await runJobs()
    expect(await seen(order)).toBe('shipped')
    stand().clock.pass(DAY)
    await runJobs()
    expect(await seen(order)).toBe('completed')
  })

  test('it is asked less and less often, and no longer once the order is over', async () => {
    await sent()
    const asks = await asksDuring(async () => {
      for (let half = 0; half < 18; half += 1) {
        stand().clock.pass(12 * HOUR)
        await stand().gateway.runJobsOnce()
      }
    })
    // After 1, 1½, 2½, 4½, 6½ and 8½ days.
    expect(asks).toBe(6)
    stand().clock.pass(2 * DAY)
    await runJobs()
    expect(
      await asksDuring(async () => {
        stand().clock.pass(5 * DAY)
        await runJobs()
      }),
    ).toBe(0)
  })

  test('a WeChat that is away is asked again, and not about every order in turn', async () => {
    const orders = [await sent(), await sent('CUP-W')]
    stand().clock.pass(HOUR)
    control().losePushes(2)
    for (const order of orders) await confirmedInWechat(order)
    stand().clock.pass(DAY)
    control().fail({ endpoint: 'shipping.order', errcode: -1, times: 9 })
    const asks = await asksDuring(runJobs)
    expect(asks).toBeLessThanOrEqual(3)
    expect(await Promise.all(orders.map(seen))).toEqual(['shipped', 'shipped'])
  })

  test('two gateways that look at once ask once', async () => {
    await sent()
    stand().clock.pass(DAY)
    let asks = 0
    const counting: typeof fetch = (input, init) => {
      if (String(input).includes('/wxa/sec/order/get_order')) asks += 1
      return fetch(input, init)
    }
    await stand().gateway.close()
    await stand().start({ fetch: counting })
    const second = await createGateway(stand().config, {
      ...{ database: stand().database, clock: stand().clock.now, jobs: 'by-hand', fetch: counting },
      logStream: { write: () => {} },
    })
    await Promise.all([stand().gateway.runJobsOnce(), second.runJobsOnce()])
    expect(asks).toBe(1)
    await second.close()
  })

  test('what is picked up in a store is received at its till, whatever WeChat says', async () => {
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const delivery = { kind: 'pickup', storeId: 'sh-anfu' }
    const quote = await shopper.post<{ id: string }>('/v1/checkout/quote', { source, address: null, delivery })
    const who = { name: '林小满', phone: '14000000101' }
    const { body: order } = await shopper.place(quote.body.id, 'to-pick-up', source, {
      address: null,
      delivery: { ...delivery, ...who },
    })
    await stand().payOnPhone((await shopper.startPayment(order)).body.params, LIN)
    await stand().merchant.markReady(order.id)
    await runJobs()
    await runJobs()
    stand().clock.pass(MINUTE)
    await confirmedInWechat(order, 'wechat')
    await runJobs()
    expect(await seen(order)).toBe('shipped')
  })
})
