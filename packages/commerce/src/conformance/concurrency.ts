import { ADDRESS, available, type Bench, mustBePlaced, newShopper, orderFor, placed } from './shop'

const times = <Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)))

/** Many at once. Nothing here may hang, sell what is not there, or happen twice. */
export function describeConcurrency(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const tellsReservations = capabilities.reservesStock && capabilities.stock === 'exact'
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const payment = (amount: number) => ({ transactionId: null, amount, paidAt: new Date() })

  test('twenty shoppers want the last five pieces: five orders, no more and no fewer', async () => {
    const shoppers = Array.from({ length: 20 }, () => newShopper())
    await shop.setStock('TENT', 5)
    const requests = await Promise.all(shoppers.map((shopper) => orderFor(bench, shopper, items('TENT'))))
    const answers = await times(20, (index) => backend.checkout.place(shoppers[index]!, requests[index]!))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    for (const answer of answers) {
      if (!answer.ok) expect(answer).toMatchObject({ problem: 'lines_unavailable', lines: [{ status: 'sold_out' }] })
    }
    const numbers = answers.flatMap((answer) => (answer.ok ? [answer.order.number] : []))
    expect(new Set(numbers).size).toBe(5)
    if (tellsReservations) expect(await available(bench, 'TENT')).toBe(0)
  })

  test('one order tapped ten times at once is one order, even for the last piece', async () => {
    const shopper = newShopper()
    const request = await orderFor(bench, shopper, items('TENT'))
    await shop.setStock('TENT', 1)
    const answers = await times(10, () => backend.checkout.place(shopper, request))
    expect(new Set(answers.map((answer) => mustBePlaced(answer).id)).size).toBe(1)
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1)
    expect((await backend.orders.list(shopper, { limit: 10 })).items).toHaveLength(1)
  })

  test('the same two goods in opposite order, by many at once, do not lock each other out', async () => {
    const there = [...items('STOOL'), ...items('LAMP')]
    const back = [...items('LAMP'), ...items('STOOL')]
    const orders = await times(16, (index) => placed(bench, newShopper(), index % 2 ? there : back))
    const ended = await times<{ outcome: string }>(16, (index) =>
      index % 3 === 0
        ? backend.orders.cancel(orders[index]!.id, 'shopper')
        : backend.orders.markPaid(orders[index]!.id, payment(orders[index]!.amounts.total)),
    )
    expect(ended.map(({ outcome }) => outcome)).toEqual(
      orders.map((_, index) => (index % 3 === 0 ? 'cancelled' : 'paid')),
    )
  })

  test('ten cancels at once give the stock back once', async () => {
    await shop.setStock('TENT', 8)
    const order = await placed(bench, newShopper(), items('TENT', 3))
    const answers = await times(10, () => backend.orders.cancel(order.id, 'shopper'))
    expect(answers.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(1)
    if (tellsReservations) expect(await available(bench, 'TENT')).toBe(8)
  })

  test('ten callbacks at once pay once', async () => {
    await shop.setStock('TENT', 8)
    const order = await placed(bench, newShopper(), items('TENT', 3))
    const answers = await times(10, () => backend.orders.markPaid(order.id, payment(order.amounts.total)))
    expect(answers.filter(({ outcome }) => outcome === 'paid')).toHaveLength(1)
    if (tellsReservations) expect(await available(bench, 'TENT')).toBe(5)
  })

  test('paid and cancelled at once: one of the two happens, and the stock agrees with it', async () => {
    for (let round = 0; round < 5; round++) {
      await shop.setStock('TENT', 8)
      const order = await placed(bench, newShopper(), items('TENT', 3))
      const [paid, cancelled] = await Promise.all([
        backend.orders.markPaid(order.id, payment(order.amounts.total)),
        backend.orders.cancel(order.id, 'expired'),
      ])
      const { status } = (await backend.orders.find(order.id))!
      if (paid.outcome === 'paid') {
        expect([cancelled.outcome, status]).toEqual(['not_cancellable', 'paid'])
        if (tellsReservations) expect(await available(bench, 'TENT')).toBe(5)
      } else {
        expect([paid.outcome, cancelled.outcome, status]).toEqual(['not_payable', 'cancelled', 'cancelled'])
        if (tellsReservations) expect(await available(bench, 'TENT')).toBe(8)
      }
    }
  })

  test('a quote stays consistent while others buy', async () => {
    const [, quotes] = await Promise.all([
      times(10, () => placed(bench, newShopper(), items('FLASK'))),
      times(10, () => backend.checkout.quote(newShopper(), { items: items('FLASK', 2), address: ADDRESS })),
    ])
    for (const { amounts } of quotes) expect(amounts.total).toBe(amounts.goods - amounts.discount + amounts.shipping)
  })
}
