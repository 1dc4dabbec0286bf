import { randomUUID } from 'node:crypto'
import type { CartChange } from '../port/cart'
import type { PickupRequest } from '../port/checkout'
import { CONFORMANCE_STORES } from './catalogue'
import { ADDRESS, type Bench, mustBePlaced, newShopper, orderFor, quoteLine, testIf } from './shop'

const [HERE, THERE] = [CONFORMANCE_STORES[0]!, CONFORMANCE_STORES[1]!]
const WHO = { name: '张三', phone: '13800138000' }
const CODES = ['LAMP', 'CHAIR-BLACK']

/** Goods of which nothing is left to be sent, and something lies in a store. */
export function describePickupOnly(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities, maxPerOrder } = bench.conformance
  const testHere = testIf(capabilities.pickupOnlyGoods)
  const items = (code = 'LAMP', quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const pickupHere = async (): Promise<PickupRequest> => {
    const stores = await backend.stores.list({ locale: 'en' })
    return { storeId: stores.find(({ name }) => name === HERE.name.en)!.id, ...WHO }
  }
  const skuOf = async (slug = 'paper-lamp', code = 'LAMP') => {
    const product = await backend.catalog.product({ locale: 'en' }, bench.product(slug))
    return product!.skus.find((sku) => sku.code === code)!
  }
  const shelve = async (code: string, here: number, there = 0) => {
    await shop.setStoreStock(HERE.id, code, here)
    await shop.setStoreStock(THERE.id, code, there)
  }
  const add = (shopper: ReturnType<typeof newShopper>, quantity = 1, pickup = true, code = 'LAMP') =>
    backend.carts.add(shopper, { skuId: bench.sku(code), quantity, pickup })
  const problem = (change: CartChange) => (change.ok ? null : change.problem)
  const line = (change: CartChange) => {
    if (!change.ok) throw new Error(`Refused: ${JSON.stringify(change.problem)}`)
    return change.cart.lines[0]!
  }
  /** In the warehouse, and in the store. */
  const left = async () => {
    const { pickup } = await quoteLine(bench, 'LAMP', 1)
    const warehouse = (await skuOf()).stock.available
    return [warehouse, pickup?.available ?? 0]
  }
  const requested = async (shopper: ReturnType<typeof newShopper>, quantity = 1) => {
    const pickup = await pickupHere()
    const { amounts } = await backend.checkout.quote(shopper, { items: items('LAMP', quantity), address: null, pickup })
    const changes = { address: null, pickup, expectedTotal: amounts.total }
    return orderFor(bench, shopper, items('LAMP', quantity), changes)
  }
  const ordered = async (quantity = 1) => {
    const shopper = newShopper()
    return mustBePlaced(await backend.checkout.place(shopper, await requested(shopper, quantity)))
  }
  const pay = ({ id, amounts }: { id: string; amounts: { total: number } }) =>
    backend.orders.markPaid(id, { transactionId: randomUUID(), amount: amounts.total, paidAt: new Date() })

  beforeEach(async () => {
    await shop.setStock('LAMP', 0)
    await shelve('LAMP', 2, 3)
  })
  afterEach(async () => {
    for (const code of CODES) await shelve(code, 0)
  })

  if (!capabilities.pickupOnlyGoods) {
    test('where there is no such thing, no goods are said to be so, and what is sold out is sold out for everybody', async () => {
      expect([(await skuOf()).pickup, (await quoteLine(bench, 'LAMP', 1)).pickup]).toEqual([null, null])
      await shelve('LAMP', 0)
      const shopper = newShopper()
      expect(problem(await add(shopper))).not.toBeNull()
      expect((await backend.carts.get(shopper)).lines).toEqual([])
      expect(await quoteLine(bench, 'LAMP', 1)).toMatchObject({ status: 'sold_out', pickup: null })
    })
  }

  testHere('a SKU says what can be sent, and what the store has that has most of it', async () => {
    expect(await skuOf()).toMatchObject({
      stock: { status: 'sold_out', available: 0 },
      maxQuantity: 0,
      pickup: { available: 3, maxQuantity: 3 },
    })
    await shop.setStock('LAMP', 20)
    expect(await skuOf()).toMatchObject({ stock: { available: 20 }, pickup: { available: 3 } })
    await shelve('LAMP', maxPerOrder + 5)
    expect(await skuOf()).toMatchObject({ pickup: { available: maxPerOrder + 5, maxQuantity: maxPerOrder } })
    await shelve('LAMP', 0)
    expect(await skuOf()).toMatchObject({ pickup: null })
  })

  test('lists say of a product that only a store has it, and of no other', async () => {
    const listed = async () => {
      const page = await backend.catalog.products({ locale: 'en' }, { sort: 'relevance', limit: 50 })
      return page!.items.filter(({ pickupOnly }) => pickupOnly).map(({ id }) => id)
    }
    expect(await listed()).toEqual(capabilities.pickupOnlyGoods ? [bench.product('paper-lamp')] : [])
    await shop.setStock('LAMP', 1)
    expect(await listed()).toEqual([])
    await shop.setStock('LAMP', 0)
    await shelve('LAMP', 0)
    expect(await listed()).toEqual([])
  })

  testHere('it is sold out for whoever does not say that they come for it', async () => {
    const shopper = newShopper()
    expect(problem(await add(shopper, 1, false))).toMatchObject({ code: 'out_of_stock', available: 0 })
    expect((await backend.carts.get(shopper)).lines).toEqual([])
  })

  testHere('as many go into a cart as one store has, and no more', async () => {
    const shopper = newShopper()
    expect(line(await add(shopper, 2))).toMatchObject({
      quantity: 2,
      status: 'sold_out',
      maxQuantity: 0,
      pickup: { available: 3, maxQuantity: 3 },
    })
    expect(problem(await add(shopper, 2))).toMatchObject({ code: 'out_of_stock', available: 3 })
    const { id } = (await backend.carts.get(shopper)).lines[0]!
    expect(problem(await backend.carts.setQuantity(shopper, id, 4))).toMatchObject({
      code: 'out_of_stock',
      available: 3,
    })
    expect(line(await backend.carts.setQuantity(shopper, id, 3))).toMatchObject({ quantity: 3 })
  })

  testHere('it may be chosen in place of another SKU', async () => {
    await shop.setStock('CHAIR-BLACK', 0)
    await shelve('CHAIR-BLACK', 1)
    const shopper = newShopper()
    const { id } = line(await add(shopper, 1, false, 'CHAIR-OAK'))
    const changed = line(await backend.carts.changeSku(shopper, id, bench.sku('CHAIR-BLACK')))
    expect(changed).toMatchObject({ skuId: bench.sku('CHAIR-BLACK'), status: 'sold_out', pickup: { available: 1 } })
  })

  testHere('a line that the stores lose, too, is only sold out; one that comes back can be sent', async () => {
    const shopper = newShopper()
    await add(shopper)
    await shelve('LAMP', 0)
    const [gone] = (await backend.carts.get(shopper)).lines
    expect(gone).toMatchObject({ status: 'sold_out', pickup: null })
    await shop.setStock('LAMP', 9)
    const [back] = (await backend.carts.get(shopper)).lines
    expect(back).toMatchObject({ status: 'ok', maxQuantity: 9 })
  })

  testHere(
    'sent it cannot be: the line says so and that a store has it, and the rest is added up without it',
    async () => {
      const shopper = newShopper()
      const both = [...items(), ...items('STOOL')]
      const { problems, lines, amounts } = await backend.checkout.quote(shopper, { items: both, address: ADDRESS })
      expect(problems).toEqual(['lines_unavailable'])
      expect(lines.map(({ status, pickup }) => [status, pickup?.available])).toEqual([
        ['sold_out', 3],
        ['ok', undefined],
      ])
      expect(amounts.goods).toBe(12_900)
      const request = await orderFor(bench, shopper, both)
      expect(await backend.checkout.place(shopper, request)).toMatchObject({
        problem: 'lines_unavailable',
        lines: [{ skuId: bench.sku('LAMP'), status: 'sold_out', pickup: { available: 3 } }],
      })
      expect(await left()).toEqual([0, 3])
    },
  )

  testHere('ordered, it is kept in its store and nowhere else, and given back there', async () => {
    await shelve('LAMP', 2)
    const unpaid = await ordered(2)
    expect(await left()).toEqual([0, 0])
    await backend.orders.cancel(unpaid.id, 'expired')
    expect(await left()).toEqual([0, 2])
    const order = await ordered(2)
    await pay(order)
    expect(await left()).toEqual([0, 0])
    await backend.orders.recordRefund(order.id, {
      refundId: randomUUID(),
      amount: order.amounts.total,
      lines: order.lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
      restock: true,
    })
    expect(await left()).toEqual([0, 2])
  })

  testHere('the last one sent and the last one in a store: one order each, and neither takes the other’s', async () => {
    await shop.setStock('LAMP', 1)
    await shelve('LAMP', 1)
    const shoppers = Array.from({ length: 12 }, () => newShopper())
    const requests = await Promise.all(
      shoppers.map((shopper, at) => (at % 2 === 0 ? requested(shopper) : orderFor(bench, shopper, items()))),
    )
    const answers = await Promise.all(shoppers.map((shopper, at) => backend.checkout.place(shopper, requests[at]!)))
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.order] : []))
    expect(placed.map(({ pickup }) => pickup !== null).sort()).toEqual([false, true])
    const refused = answers.flatMap((answer, at) => (answer.ok ? [] : [[at % 2 === 0, answer.problem]]))
    for (const [comesForIt, why] of refused) expect(why).toBe(comesForIt ? 'store_out_of_stock' : 'lines_unavailable')
    expect(await left()).toEqual([0, 0])
  })
}
