import { ADDRESS, available, type Bench, mustBePlaced, newShopper, orderFor, testIf } from './shop'

const REMOTE = { ...ADDRESS, province: '西藏自治区', city: '拉萨市', district: '城关区' }

export function describeDelivery(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const exact = capabilities.stock === 'exact'
  const items = (...codes: string[]) => codes.map((code) => ({ skuId: bench.sku(code), quantity: 1 }))
  const quote = (codes: string[], address = REMOTE) =>
    backend.checkout.quote(newShopper(), { items: items(...codes), address })
  const estimate = (slug: string, skuId: string | null = null, to = REMOTE) =>
    backend.delivery.estimate({ locale: 'zh-CN' }, { productId: bench.product(slug), skuId }, to)

  describe('an estimate', () => {
    test.each([
      ['postcard', 'POSTCARD', ADDRESS],
      ['paper-lamp', 'LAMP', ADDRESS],
      ['arc-chair', 'CHAIR-BLACK', ADDRESS],
      ['postcard', 'POSTCARD', REMOTE],
    ])('for %s is what a quote for one piece then asks for', async (slug, code, address) => {
      const { amounts } = await quote([code], address)
      expect(await estimate(slug, bench.sku(code), address)).toMatchObject({ ok: true, fee: amounts.shipping })
    })
    test('needs no SKU, and takes no harm from one of something else', async () => {
      const fee = await estimate('arc-chair')
      expect(fee).toMatchObject({ ok: true })
      expect(await estimate('arc-chair', bench.sku('POSTCARD'))).toEqual(fee)
    })
    test('for a product nobody knows, or that is off sale, there is none', async () => {
      const goods = { productId: 'no-such-product', skuId: null }
      expect(await backend.delivery.estimate({ locale: 'en' }, goods, REMOTE)).toBeNull()
      await shop.putOffSale('FLASK')
      expect(await estimate('flask')).toBeNull()
    })
  })

  const testWhereCapable = testIf(capabilities.undeliverableGoods)
  describe('goods that are not sent to the address', () => {
    testWhereCapable('are marked in a quote and left out of its amounts', async () => {
      await shop.keepFrom!('paper-lamp', ['西藏'])
      const { lines, amounts, problems } = await quote(['STOOL', 'LAMP'])
      expect(lines.map(({ status }) => status)).toEqual(['ok', 'undeliverable'])
      expect(amounts.goods).toBe(12_900)
      expect(problems).toEqual(['lines_undeliverable'])
      expect((await quote(['STOOL', 'LAMP'], ADDRESS)).problems).toEqual([])
    })
    testWhereCapable('are told apart from what is sold out, which counts more', async () => {
      await shop.keepFrom!('paper-lamp', ['西藏/拉萨'])
      await shop.keepFrom!('round-stool', ['西藏'])
      await shop.setStock('STOOL', 0)
      const { lines, problems } = await quote(['STOOL', 'LAMP', 'FLASK'])
      expect(lines.map(({ status }) => status)).toEqual(['sold_out', 'undeliverable', 'ok'])
      expect(problems).toEqual(['lines_unavailable', 'lines_undeliverable'])
    })
    testWhereCapable('are sent to every other place', async () => {
      await shop.keepFrom!('paper-lamp', ['西藏/日喀则'])
      expect((await quote(['LAMP'])).problems).toEqual([])
    })
    testWhereCapable('are never left out of an order silently: it is refused, and names them', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('STOOL', 'LAMP'), { address: REMOTE })
      await shop.keepFrom!('paper-lamp', ['西藏'])
      const before = await available(bench, 'STOOL')
      const lamp = { skuId: bench.sku('LAMP'), status: 'undeliverable' }
      expect(await backend.checkout.place(shopper, request)).toMatchObject({
        ok: false,
        problem: 'lines_unavailable',
        lines: [lamp],
      })
      if (exact) expect(await available(bench, 'STOOL')).toBe(before)
      const { amounts } = await backend.checkout.quote(shopper, { items: items('STOOL'), address: REMOTE })
      const rest = { ...request, items: items('STOOL'), expectedTotal: amounts.total }
      expect(mustBePlaced(await backend.checkout.place(shopper, rest)).lines).toHaveLength(1)
    })
    testWhereCapable('are told of before a cart is filled', async () => {
      await shop.keepFrom!('paper-lamp', ['西藏'])
      expect(await estimate('paper-lamp')).toEqual({ ok: false, because: 'goods' })
      expect(await estimate('paper-lamp', null, ADDRESS)).toMatchObject({ ok: true })
    })
  })
}
