import { type Bench, newShopper, shipped } from './shop'

export function describeShoppers(bench: Bench): void {
  const { backend } = bench

  test('somebody who has left has no cart, and the books still have their order', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, [{ skuId: bench.sku('FLASK'), quantity: 1 }])
    await backend.orders.confirmReceipt(shopper, order.id)
    await backend.carts.add(shopper, { skuId: bench.sku('LAMP'), quantity: 1 })
    expect(await backend.shoppers.kept(shopper)).toEqual(expect.any(Object))
    await backend.shoppers.forget(shopper.customer.id)
    expect(await backend.carts.get(shopper)).toEqual({ lines: [] })
    expect(await backend.orders.find(order.id)).toMatchObject({ status: 'completed', amounts: order.amounts })
    expect(await backend.orders.findByNumber(order.number)).toMatchObject({ id: order.id })
  })

  test('nobody else is forgotten with them', async () => {
    const [leaving, staying] = [newShopper(), newShopper()]
    for (const shopper of [leaving, staying]) {
      await backend.carts.add(shopper, { skuId: bench.sku('LAMP'), quantity: 1 })
    }
    await backend.shoppers.forget(leaving.customer.id)
    expect((await backend.carts.get(staying)).lines).toHaveLength(1)
  })

  test('forgetting somebody twice, or somebody nobody knows, is no error', async () => {
    const shopper = newShopper()
    await backend.shoppers.forget(shopper.customer.id)
    await backend.shoppers.forget(shopper.customer.id)
    expect(await backend.carts.get(shopper)).toEqual({ lines: [] })
  })
}
