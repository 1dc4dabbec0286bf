import type { CartChange } from '../port/cart'
import { type Bench, newShopper } from './shop'

export function describeCart(bench: Bench): void {
  const { carts } = bench.backend
  const exact = bench.conformance.capabilities.stock === 'exact'
  const add = (shopper: ReturnType<typeof newShopper>, code: string, quantity = 1) =>
    carts.add(shopper, { skuId: bench.sku(code), quantity })
  const lines = (change: CartChange) => {
    if (!change.ok) throw new Error(`Refused: ${JSON.stringify(change.problem)}`)
    return change.cart.lines
  }
  const problem = (change: CartChange) => (change.ok ? null : change.problem)

  test('a new shopper has an empty cart', async () => {
    expect(await carts.get(newShopper())).toEqual({ lines: [] })
  })

  describe('what is refused', () => {
    test('a SKU nobody knows', async () => {
      const shopper = newShopper()
      const answer = await carts.add(shopper, { skuId: 'no-such-sku', quantity: 1 })
      expect(problem(answer)).toMatchObject({ code: 'not_found', skuId: 'no-such-sku' })
      expect(await carts.get(shopper)).toEqual({ lines: [] })
    })
    test('a SKU that is off sale', async () => {
      await bench.shop.putOffSale('FLASK')
      expect(problem(await add(newShopper(), 'FLASK'))).toMatchObject({ code: 'off_sale' })
    })
    test('more than there is: as a whole, and the cart stays as it was', async () => {
      await bench.shop.setStock('FLASK', 3)
      const shopper = newShopper()
      await add(shopper, 'FLASK', 2)
      const answer = problem(await add(shopper, 'FLASK', 2))
      expect(answer).toMatchObject({ code: 'out_of_stock' })
      if (exact) expect(answer!.available).toBe(3)
      expect((await carts.get(shopper)).lines.map(({ quantity }) => quantity)).toEqual([2])
    })
    test('more than one order may take', async () => {
      const { maxPerOrder } = bench.conformance
      await bench.shop.setStock('FLASK', maxPerOrder + 10)
      const shopper = newShopper()
      expect(problem(await add(shopper, 'FLASK', maxPerOrder + 1))).toMatchObject({
        code: 'quantity_limit',
        available: maxPerOrder,
      })
      const [line] = lines(await add(shopper, 'FLASK', maxPerOrder))
      expect(line).toMatchObject({ quantity: maxPerOrder, maxQuantity: maxPerOrder, status: 'ok' })
    })
    test("a line of somebody else's cart: not found, and untouched", async () => {
      const [owner, stranger] = [newShopper(), newShopper()]
      const [line] = lines(await add(owner, 'FLASK', 2))
      expect(problem(await carts.setQuantity(stranger, line!.id, 1))).toMatchObject({ code: 'not_found' })
      expect(problem(await carts.changeSku(stranger, line!.id, bench.sku('LAMP')))).toMatchObject({ code: 'not_found' })
      await carts.remove(stranger, [line!.id])
      expect((await carts.get(owner)).lines).toEqual([line])
    })
    test('a line that never was', async () => {
      expect(problem(await carts.setQuantity(newShopper(), 'no-such-line', 1))).toMatchObject({ code: 'not_found' })
    })
  })

  test('adding the same SKU again adds to its line; a new line comes first', async () => {
    const shopper = newShopper()
    await add(shopper, 'STOOL', 1)
    await add(shopper, 'LAMP', 1)
    const after = lines(await add(shopper, 'STOOL', 2))
    expect(after.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
      [bench.sku('LAMP'), 1],
      [bench.sku('STOOL'), 3],
    ])
  })

  test('ten taps at once add ten pieces to one line', async () => {
    const shopper = newShopper()
    await Promise.all(Array.from({ length: 10 }, () => add(shopper, 'STOOL')))
    expect((await carts.get(shopper)).lines.map(({ quantity }) => quantity)).toEqual([10])
  })

  test('a line says what was chosen, in the language of the reader', async () => {
    const shopper = newShopper()
    const [line] = lines(await add(shopper, 'CHAIR-OAK'))
    expect(line).toMatchObject({
      productId: bench.product('arc-chair'),
      name: '弧形餐椅',
      options: ['原木'],
      unitPrice: 39_900,
      compareAt: 49_900,
      status: 'ok',
    })
    expect((await carts.get({ ...shopper, locale: 'en' })).lines[0]).toMatchObject({
      name: 'Arc chair',
      options: ['Oak'],
    })
  })

  test('prices in a cart are those of now', async () => {
    const shopper = newShopper()
    await add(shopper, 'POSTCARD')
    await bench.shop.setPrice('POSTCARD', 650)
    expect((await carts.get(shopper)).lines[0]!.unitPrice).toBe(650)
  })

  test('lines that cannot be bought any more stay, and say why', async () => {
    const shopper = newShopper()
    await add(shopper, 'STOOL', 3)
    await add(shopper, 'LAMP', 1)
    await add(shopper, 'FLASK', 1)
    await bench.shop.setStock('STOOL', exact ? 2 : 0)
    await bench.shop.setStock('LAMP', 0)
    await bench.shop.putOffSale('FLASK')
    const cart = await carts.get(shopper)
    expect(cart.lines.map(({ status }) => status)).toEqual([
      'off_sale',
      'sold_out',
      exact ? 'insufficient' : 'sold_out',
    ])
    expect(cart.lines.map(({ name }) => name)).toEqual(['保温瓶', '和纸灯', '小圆凳'])
    if (exact) {
      expect(cart.lines[2]).toMatchObject({ quantity: 3, available: 2, maxQuantity: 2 })
      const [, , stool] = lines(await carts.setQuantity(shopper, cart.lines[2]!.id, 2))
      expect(stool).toMatchObject({ quantity: 2, status: 'low_stock' })
    }
  })

  test('changing the SKU keeps the quantity', async () => {
    const shopper = newShopper()
    const [line] = lines(await add(shopper, 'CHAIR-OAK', 2))
    const after = lines(await carts.changeSku(shopper, line!.id, bench.sku('CHAIR-BLACK')))
    expect(after.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([[bench.sku('CHAIR-BLACK'), 2]])
  })

  test('changing the SKU joins the line that has it already', async () => {
    const shopper = newShopper()
    await add(shopper, 'CHAIR-BLACK', 3)
    const [line] = lines(await add(shopper, 'CHAIR-OAK', 2))
    const after = lines(await carts.changeSku(shopper, line!.id, bench.sku('CHAIR-BLACK')))
    expect(after.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([[bench.sku('CHAIR-BLACK'), 5]])
  })

  test('a change of SKU that cannot be had leaves the line as it was', async () => {
    await bench.shop.setStock('CHAIR-BLACK', 0)
    const shopper = newShopper()
    const [line] = lines(await add(shopper, 'CHAIR-OAK', 2))
    expect(problem(await carts.changeSku(shopper, line!.id, bench.sku('CHAIR-BLACK')))).toMatchObject({
      code: 'out_of_stock',
    })
    expect((await carts.get(shopper)).lines).toEqual([line])
  })

  test('removing a line twice is no error', async () => {
    const shopper = newShopper()
    const [line] = lines(await add(shopper, 'STOOL'))
    await add(shopper, 'LAMP')
    expect((await carts.remove(shopper, [line!.id])).lines).toHaveLength(1)
    expect((await carts.remove(shopper, [line!.id, 'no-such-line'])).lines).toHaveLength(1)
    expect((await carts.remove(shopper, [])).lines).toHaveLength(1)
  })
}
