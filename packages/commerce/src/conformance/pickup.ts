import type { PickupRequest } from '../port/checkout'
import type { DomainEvent } from '../port/events'
import { CONFORMANCE_STORES } from './catalogue'
import { ADDRESS, type Bench, mustBePlaced, newShopper, orderFor, placed, shipped } from './shop'

const [HERE, THERE] = [CONFORMANCE_STORES[0]!, CONFORMANCE_STORES[1]!]
const WHO = { name: '张三', phone: '13800138000' }

/** Goods that are kept in a store for who comes for them. */
export function describePickup(bench: Bench): void {
  const { backend, shop } = bench
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const storeId = async ({ name } = HERE) =>
    (await backend.stores.list({ locale: 'en' })).find((store) => store.name === name.en)!.id
  const pickupAt = async (store = HERE): Promise<PickupRequest> => ({ storeId: await storeId(store), ...WHO })
  const quote = async (code: string, quantity = 1, store = HERE) =>
    backend.checkout.quote(newShopper(), { items: items(code, quantity), address: null, pickup: await pickupAt(store) })
  const there = async (code: string, store = HERE) => {
    const id = await storeId(store)
    const stock = await backend.stores.stock([bench.sku(code)])
    return stock.find((one) => one.storeId === id)?.available ?? 0
  }
  const requested = async (shopper = newShopper(), code = 'LAMP', quantity = 1) => {
    const pickup = await pickupAt()
    const wanted = items(code, quantity)
    const { amounts } = await backend.checkout.quote(shopper, { items: wanted, address: null, pickup })
    return orderFor(bench, shopper, wanted, { address: null, pickup, expectedTotal: amounts.total })
  }
  const ordered = async (shopper = newShopper(), code = 'LAMP', quantity = 1) =>
    mustBePlaced(await backend.checkout.place(shopper, await requested(shopper, code, quantity)))
  const paid = async (shopper = newShopper(), code = 'LAMP', quantity = 1) => {
    const { id, amounts } = await ordered(shopper, code, quantity)
    return (await backend.orders.markPaid(id, { transactionId: null, amount: amounts.total, paidAt: new Date() })).order
  }
  const ready = async (shopper = newShopper()) => {
    const order = await paid(shopper)
    await shop.markReady(order)
    return (await backend.orders.find(order.id))!
  }

  beforeEach(async () => {
    await shop.setStoreStock(HERE.id, 'LAMP', 5)
  })
  afterEach(async () => {
    for (const store of [HERE, THERE]) await shop.setStoreStock(store.id, 'LAMP', 0)
  })

  test('a store says what it has, and one that has none says nothing', async () => {
    expect(await there('LAMP')).toBe(5)
    expect(await there('LAMP', THERE)).toBe(0)
    expect(await backend.stores.stock([])).toEqual([])
    expect(await backend.stores.stock(['no-such-sku'])).toEqual([])
  })

  test('a quote needs no address and charges for no parcel', async () => {
    const { problems, amounts, lines } = await quote('LAMP')
    expect(problems).toEqual([])
    expect(amounts).toMatchObject({ shipping: 0, total: amounts.goods })
    expect(lines).toMatchObject([{ quantity: 1, available: 5 }])
  })

  test('what the store lacks is named, though the warehouse has it', async () => {
    expect(await quote('LAMP', 6)).toMatchObject({
      problems: ['store_out_of_stock'],
      lines: [{ status: 'insufficient', available: 5 }],
    })
    expect(await quote('LAMP', 1, THERE)).toMatchObject({
      problems: ['store_out_of_stock'],
      lines: [{ status: 'sold_out' }],
    })
    const shopper = newShopper()
    const request = await requested(shopper)
    await shop.setStoreStock(HERE.id, 'LAMP', 0)
    expect(await backend.checkout.place(shopper, request)).toMatchObject({
      problem: 'store_out_of_stock',
      lines: [{ skuId: bench.sku('LAMP'), status: 'sold_out' }],
    })
  })

  test('nothing is picked up from a store nobody knows', async () => {
    const shopper = newShopper()
    const pickup = { storeId: 'no-such-store', ...WHO }
    const answer = await backend.checkout.quote(shopper, { items: items('LAMP'), address: null, pickup })
    expect(answer.problems).toContain('store_unavailable')
    const request = await requested(shopper)
    expect(await backend.checkout.place(shopper, { ...request, pickup })).toEqual({
      ok: false,
      problem: 'store_unavailable',
    })
    expect((await backend.orders.list(shopper, { limit: 10 })).items).toEqual([])
  })

  test('an order says where it waits and who comes for it', async () => {
    const shopper = newShopper()
    const order = await ordered(shopper)
    expect(order).toMatchObject({
      status: 'pending_payment',
      amounts: { shipping: 0 },
      shipments: [],
      address: { ...WHO, city: HERE.city['zh-CN'] },
      pickup: {
        store: { id: await storeId(), name: HERE.name['zh-CN'], phone: HERE.phone, hours: HERE.hours },
        ...WHO,
        readyAt: null,
        collectedAt: null,
      },
    })
    expect(await backend.orders.get(shopper, order.id)).toEqual(order)
    expect((await placed(bench, shopper, items('POSTCARD'))).pickup).toBeNull()
  })

  test('it is held at the store from the order on, and given back when the order is cancelled', async () => {
    const order = await ordered(newShopper(), 'LAMP', 2)
    expect(await there('LAMP')).toBe(3)
    await backend.orders.cancel(order.id, 'expired')
    expect(await there('LAMP')).toBe(5)
    await paid(newShopper(), 'LAMP', 2)
    expect(await there('LAMP')).toBe(3)
  })

  test('six people want the last piece of a store: one order', async () => {
    await shop.setStoreStock(HERE.id, 'LAMP', 1)
    const shoppers = Array.from({ length: 6 }, () => newShopper())
    const requests = await Promise.all(shoppers.map((shopper) => requested(shopper)))
    const answers = await Promise.all(shoppers.map((shopper, at) => backend.checkout.place(shopper, requests[at]!)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.problem).toBe('store_out_of_stock')
    expect(await there('LAMP')).toBe(0)
  })

  test('it is made ready, collected once at the till, and so received', async () => {
    const shopper = newShopper()
    const waiting = await paid(shopper)
    expect(await backend.orders.collect(waiting.id)).toMatchObject({ outcome: 'not_ready', order: { status: 'paid' } })
    await shop.markReady(waiting)
    const order = (await backend.orders.get(shopper, waiting.id))!
    expect(order).toMatchObject({ status: 'shipped', shipments: [], pickup: { readyAt: expect.any(Date) } })
    expect(await there('LAMP')).toBe(4)
    expect(await backend.orders.confirmReceipt(shopper, order.id)).toMatchObject({ outcome: 'not_shipped' })
    const tills = await Promise.all(Array.from({ length: 5 }, () => backend.orders.collect(order.id)))
    expect(tills.map(({ outcome }) => outcome).sort()).toEqual([...Array(4).fill('already_collected'), 'collected'])
    expect(await backend.orders.get(shopper, order.id)).toMatchObject({
      status: 'completed',
      pickup: { collectedAt: expect.any(Date) },
    })
  })

  test('nobody collects what is not paid, was cancelled, or comes as a parcel', async () => {
    const unpaid = await ordered()
    expect(await backend.orders.collect(unpaid.id)).toMatchObject({ outcome: 'not_ready' })
    await backend.orders.cancel(unpaid.id, 'shopper')
    expect(await backend.orders.collect(unpaid.id)).toMatchObject({ outcome: 'not_ready' })
    const parcel = await shipped(bench, newShopper(), items('POSTCARD'))
    expect(await backend.orders.collect(parcel.id)).toMatchObject({
      outcome: 'not_ready',
      order: { status: 'shipped' },
    })
    await expect(backend.orders.collect('no-such-order')).rejects.toMatchObject({ name: 'UnknownOrder' })
  })

  test('other systems are told when it is ready and when it is collected', async () => {
    const told: DomainEvent[] = []
    const listen = async () => {
      for (;;) {
        const claimed = await backend.events.claim(500, 30_000)
        if (claimed.length === 0) return
        told.push(...claimed)
        await backend.events.confirm(claimed.map(({ id }) => id))
      }
    }
    const { id } = await ready()
    await backend.orders.collect(id)
    await backend.orders.collect(id)
    await listen()
    const types = told.filter(({ orderId }) => orderId === id).map(({ type }) => type)
    expect(types).toEqual(['order.placed', 'order.paid', 'order.ready', 'order.completed'])
  })

  test('an address that was never needed is not asked about', async () => {
    const abroad = { ...ADDRESS, province: '香港特别行政区' }
    const pickup = await pickupAt()
    const answer = await backend.checkout.quote(newShopper(), { items: items('LAMP'), address: abroad, pickup })
    expect(answer.problems).toEqual([])
  })
}
