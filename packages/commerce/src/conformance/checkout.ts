import type { FapiaoRequest } from '../port/checkout'
import { ADDRESS, available, type Bench, mustBePlaced, newShopper, orderFor, placed, quoteLine, testIf } from './shop'

export function describeCheckout(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const exact = capabilities.stock === 'exact'
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]

  describe('a quote', () => {
    test('of nothing says that there is nothing to buy', async () => {
      const quote = await backend.checkout.quote(newShopper(), { items: [], address: ADDRESS })
      expect(quote).toMatchObject({ lines: [], problems: ['nothing_to_buy'], amounts: { goods: 0, total: 0 } })
    })
    test('without an address asks for one', async () => {
      const quote = await backend.checkout.quote(newShopper(), { items: items('STOOL'), address: null })
      expect(quote.problems).toEqual(['address_required'])
    })
    test('marks the lines that cannot be bought and adds up the others', async () => {
      await shop.setStock('LAMP', 0)
      const { lines, amounts, problems } = await backend.checkout.quote(newShopper(), {
        items: [...items('STOOL', 2), ...items('LAMP'), { skuId: 'no-such-sku', quantity: 1 }],
        address: ADDRESS,
      })
      expect(lines.map(({ status }) => status)).toEqual(['ok', 'sold_out', 'off_sale'])
      expect(amounts.goods).toBe(25_800)
      expect(problems).toEqual(['lines_unavailable'])
    })
    test('adds up: total = goods − discount + shipping', async () => {
      const { amounts, problems } = await backend.checkout.quote(newShopper(), {
        items: [...items('POSTCARD', 3), ...items('FLASK')],
        address: ADDRESS,
      })
      expect(problems).toEqual([])
      expect(amounts.goods).toBe(11_400)
      expect(amounts.total).toBe(amounts.goods - amounts.discount + amounts.shipping)
    })
    test('names the same SKU once, with all its pieces', async () => {
      const { lines } = await backend.checkout.quote(newShopper(), {
        items: [...items('STOOL', 2), ...items('STOOL', 3)],
        address: ADDRESS,
      })
      expect(lines.map(({ quantity }) => quantity)).toEqual([5])
    })
    test('reserves nothing', async () => {
      const before = await available(bench, 'STOOL')
      await orderFor(bench, newShopper(), items('STOOL', 5))
      expect(await available(bench, 'STOOL')).toBe(before)
    })
  })

  describe('an order that is refused leaves nothing behind', () => {
    test('nothing to buy', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, [])
      expect(await backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'nothing_to_buy' })
    })
    test('a SKU nobody knows', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, [...items('STOOL'), { skuId: 'no-such-sku', quantity: 1 }])
      const before = await available(bench, 'STOOL')
      expect(await backend.checkout.place(shopper, request)).toMatchObject({
        ok: false,
        problem: 'lines_unavailable',
        lines: [{ skuId: 'no-such-sku', status: 'off_sale' }],
      })
      expect(await available(bench, 'STOOL')).toBe(before)
    })
    test('sold out between cart and order: the line is marked and nothing is reserved', async () => {
      const shopper = newShopper()
      await backend.carts.add(shopper, { skuId: bench.sku('STOOL'), quantity: 2 })
      await backend.carts.add(shopper, { skuId: bench.sku('LAMP'), quantity: 3 })
      const cart = await backend.carts.get(shopper)
      const request = await orderFor(bench, shopper, [...items('STOOL', 2), ...items('LAMP', 3)], {
        cartLineIds: cart.lines.map(({ id }) => id),
      })
      const before = await available(bench, 'STOOL')
      await shop.setStock('LAMP', exact ? 1 : 0)
      expect(await backend.checkout.place(shopper, request)).toMatchObject({
        ok: false,
        problem: 'lines_unavailable',
        lines: [
          { skuId: bench.sku('LAMP'), ...(exact ? { status: 'insufficient', available: 1 } : { status: 'sold_out' }) },
        ],
      })
      expect(await available(bench, 'STOOL')).toBe(before)
      expect((await backend.carts.get(shopper)).lines).toHaveLength(2)
      expect((await backend.orders.list(shopper, { limit: 10 })).items).toEqual([])
    })
    test('another price than the shopper was shown', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('LAMP'))
      await shop.setPrice('LAMP', 26_900)
      const before = await available(bench, 'LAMP')
      expect(await backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
      expect(await available(bench, 'LAMP')).toBe(before)
      await shop.setPrice('LAMP', 25_900)
      mustBePlaced(await backend.checkout.place(shopper, request))
    })
    test('a total the client made up', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('LAMP'), { expectedTotal: 1 })
      expect(await backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
    })
  })

  describe('an order that is placed', () => {
    test('says what was bought, by whom, where to, and waits for payment', async () => {
      const shopper = newShopper()
      const fapiao: FapiaoRequest = {
        kind: 'company',
        title: '某某科技有限公司',
        taxNumber: '91310000MA1FL0X00B',
        companyAddress: null,
        phone: null,
        bankName: null,
        bankAccount: null,
      }
      const expiresAt = new Date(Date.now() + 900_000)
      const order = await placed(bench, shopper, [...items('CHAIR-OAK', 2), ...items('POSTCARD')], {
        fapiao,
        remark: '周末送 🙂',
        expiresAt,
      })
      expect(order).toMatchObject({
        customerId: shopper.customer.id,
        status: 'pending_payment',
        cancelledBecause: null,
        paidAt: null,
        expiresAt,
        address: ADDRESS,
        fapiao,
        remark: '周末送 🙂',
      })
      expect(order.number).toMatch(/^[0-9A-Za-z_-]{6,32}$/)
      expect(order.lines.map(({ name, options, unitPrice, quantity }) => [name, options, unitPrice, quantity])).toEqual(
        [
          ['弧形餐椅', ['原木'], 39_900, 2],
          ['明信片', [], 500, 1],
        ],
      )
      expect(order.amounts.goods).toBe(80_300)
      expect(await backend.orders.get(shopper, order.id)).toEqual(order)
      expect(await backend.orders.find(order.id)).toEqual(order)
      expect(await backend.orders.findByNumber(order.number)).toEqual(order)
    })
    test('keeps its names and prices when the shop changes them', async () => {
      const shopper = newShopper('en')
      const order = await placed(bench, shopper, items('LAMP'))
      await shop.setPrice('LAMP', 30_000)
      const later = (await backend.orders.get({ ...shopper, locale: 'zh-CN' }, order.id))!
      expect(later.lines[0]).toMatchObject({ name: 'Paper lamp', unitPrice: 25_900 })
    })
    testIf(capabilities.reservesStock && exact)('holds its stock', async () => {
      await shop.setStock('STOOL', 7)
      await placed(bench, newShopper(), items('STOOL', 3))
      expect(await available(bench, 'STOOL')).toBe(4)
      expect((await quoteLine(bench, 'STOOL', 5)).status).toBe('insufficient')
    })
    test('empties the lines of the cart it names, and only those', async () => {
      const [shopper, stranger] = [newShopper(), newShopper()]
      await backend.carts.add(shopper, { skuId: bench.sku('STOOL'), quantity: 1 })
      await backend.carts.add(shopper, { skuId: bench.sku('LAMP'), quantity: 1 })
      await backend.carts.add(stranger, { skuId: bench.sku('FLASK'), quantity: 1 })
      const [lamp, stool] = (await backend.carts.get(shopper)).lines
      const foreign = (await backend.carts.get(stranger)).lines[0]!
      await placed(bench, shopper, items('LAMP'), { cartLineIds: [lamp!.id, foreign.id] })
      expect((await backend.carts.get(shopper)).lines).toEqual([stool])
      expect((await backend.carts.get(stranger)).lines).toEqual([foreign])
    })
  })

  describe('the same reference', () => {
    test('is the same order', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('STOOL'))
      const first = await backend.checkout.place(shopper, request)
      const second = await backend.checkout.place(shopper, request)
      expect(first).toMatchObject({ ok: true, replayed: false })
      expect(second).toEqual({ ...first, replayed: true })
    })
    test('of another shopper is another order', async () => {
      const [one, other] = [newShopper(), newShopper()]
      const request = await orderFor(bench, one, items('STOOL'))
      const first = mustBePlaced(await backend.checkout.place(one, request))
      const second = mustBePlaced(await backend.checkout.place(other, request))
      expect(second.id).not.toBe(first.id)
      expect(second.number).not.toBe(first.number)
    })
    test('after the price has changed is still that order', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('LAMP'))
      const order = mustBePlaced(await backend.checkout.place(shopper, request))
      await shop.setPrice('LAMP', 99_900)
      expect(mustBePlaced(await backend.checkout.place(shopper, request))).toEqual(order)
    })
  })
}
