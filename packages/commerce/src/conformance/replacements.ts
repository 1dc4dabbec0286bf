import { randomUUID } from 'node:crypto'
import { available, type Bench, newShopper, shipped, testIf } from './shop'

export function describeReplacements(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const exchange = async (lines = items('TENT')) => {
    const order = await shipped(bench, newShopper(), items('TENT', 2))
    return { id: randomUUID(), orderId: order.id, lines }
  }
  const { setAside, giveBack, send } = {
    setAside: (...given: Parameters<typeof backend.replacements.setAside>) => backend.replacements.setAside(...given),
    giveBack: (id: string) => backend.replacements.giveBack(id),
    send: (...given: Parameters<typeof backend.replacements.send>) => backend.replacements.send(...given),
  }

  test('are set aside once, however often it is asked, and not after they were given back', async () => {
    const wanted = await exchange()
    expect(await Promise.all([1, 2, 3].map(() => setAside(wanted)))).toEqual(Array(3).fill({ ok: true }))
    await giveBack(wanted.id)
    await giveBack(wanted.id)
    expect(await setAside(wanted)).toEqual({ ok: false, problem: 'over' })
  })

  test('that are sold out are not set aside, and it is said which', async () => {
    const wanted = await exchange([...items('STOOL'), ...items('TENT')])
    await shop.setStock('TENT', 0)
    const answer = await setAside(wanted)
    expect(answer).toMatchObject({ ok: false, problem: 'sold_out', lines: [{ skuId: bench.sku('TENT') }] })
    await shop.setStock('TENT', 5)
    expect(await setAside(wanted)).toEqual({ ok: true })
  })

  const whereReserved = testIf(capabilities.reservesReplacements)

  whereReserved('of two exchanges at once the last piece goes to one', async () => {
    const wanted = await Promise.all([exchange(), exchange(), exchange()])
    await shop.setStock('TENT', 1)
    const answers = await Promise.all(wanted.map(setAside))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await available(bench, 'TENT')).toBe(0)
  })

  whereReserved('are nobody else’s until they are given back', async () => {
    const wanted = await exchange(items('TENT', 2))
    await shop.setStock('TENT', 5)
    await setAside(wanted)
    expect(await available(bench, 'TENT')).toBe(3)
    await Promise.all([giveBack(wanted.id), giveBack(wanted.id)])
    expect(await available(bench, 'TENT')).toBe(5)
  })

  whereReserved('that were never set aside give nothing back, and keep nothing afterwards', async () => {
    const wanted = await exchange()
    await shop.setStock('TENT', 5)
    await giveBack(wanted.id)
    expect(await setAside(wanted)).toEqual({ ok: false, problem: 'over' })
    expect(await available(bench, 'TENT')).toBe(5)
  })

  whereReserved('leave once, and what came back for them can be sold again', async () => {
    const wanted = await exchange()
    await Promise.all([shop.setStock('TENT', 5), shop.setStock('STOOL', 5)])
    await setAside(wanted)
    await Promise.all([1, 2].map(() => send(wanted.id, items('STOOL'))))
    await giveBack(wanted.id)
    expect([await available(bench, 'TENT'), await available(bench, 'STOOL')]).toEqual([4, 6])
  })
}
