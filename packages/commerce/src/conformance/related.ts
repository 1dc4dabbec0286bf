import type { Bench } from './shop'

const zh = { locale: 'zh-CN' } as const

export function describeRelated(bench: Bench): void {
  const { backend, shop } = bench
  const related = async (slug: string, limit = 6) =>
    (await backend.catalog.related(zh, bench.product(slug), limit))?.map(({ id }) => id)
  const ids = (...slugs: string[]) => slugs.map((slug) => bench.product(slug))

  test('of an unknown product there are none, not an empty list', async () => {
    expect(await backend.catalog.related(zh, 'no-such-product', 6)).toBeNull()
  })
  test('of a product that is off sale, neither', async () => {
    const tent = bench.product('tent')
    await shop.putOffSale('TENT')
    expect(await backend.catalog.related(zh, tent, 6)).toBeNull()
  })
  test("the merchant's own choice comes first, in the merchant's order", async () => {
    await shop.relate('arc-chair', ['flask', 'paper-lamp'])
    expect((await related('arc-chair'))!.slice(0, 2)).toEqual(ids('flask', 'paper-lamp'))
    await shop.relate('arc-chair', ['paper-lamp', 'flask'])
    expect((await related('arc-chair'))!.slice(0, 2)).toEqual(ids('paper-lamp', 'flask'))
  })
  test('are those on sale only', async () => {
    await shop.relate('arc-chair', ['tent', 'paper-lamp'])
    await shop.putOffSale('TENT')
    expect((await related('arc-chair'))![0]).toBe(bench.product('paper-lamp'))
    expect(await related('arc-chair')).not.toContain(bench.product('tent'))
  })
  test('are never the product itself, and nothing twice', async () => {
    await shop.relate('arc-chair', ['round-stool', 'paper-lamp'])
    const found = (await related('arc-chair', 12))!
    expect(found).not.toContain(bench.product('arc-chair'))
    expect(new Set(found).size).toBe(found.length)
  })
  test('are no more than asked for', async () => {
    await shop.relate('arc-chair', ['flask', 'paper-lamp', 'tent'])
    expect(await related('arc-chair', 2)).toEqual(ids('flask', 'paper-lamp'))
  })
}
