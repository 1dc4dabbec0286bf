import type { Cart } from '@xiaopu/contract'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

describe('what is put in', () => {
  test('twice is one line', async () => {
    await shopper.put('LAMP')
    const cart = await shopper.put('LAMP', 2)
    expect(cart).toMatchObject({ count: 3, lines: [{ skuId: 'LAMP', quantity: 3, selected: true, lineTotal: 38_700 }] })
  })

  test.each([0, -1, 1.5, 1e9, '2', null])(
    'in a quantity of %p is refused, and nothing is written',
    async (quantity) => {
      const answer = await shopper.post('/v1/cart/lines', { skuId: 'LAMP', quantity })
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'validation_failed', fields: [{ path: 'body.quantity' }] },
      })
      expect((await shopper.cart()).lines).toEqual([])
    },
  )

  test('with a price of the client’s own is refused', async () => {
    const answer = await shopper.post('/v1/cart/lines', { skuId: 'LAMP', quantity: 1, unitPrice: 1 })
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect((await shopper.cart()).lines).toEqual([])
  })

  test('beyond what there is is refused, and says how much there is', async () => {
    const answer = await shopper.post('/v1/cart/lines', { skuId: 'CUP-B', quantity: 4 })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'out_of_stock', lines: [{ skuId: 'CUP-B', status: 'insufficient', available: 3 }] },
    })
  })

  test('and is not known is not found', async () => {
    expect(await shopper.post('/v1/cart/lines', { skuId: 'NOTHING', quantity: 1 })).toMatchObject({ status: 404 })
  })
})

describe('a line', () => {
  test('takes another quantity, or another SKU', async () => {
    const [line] = (await shopper.put('CUP-W', 2)).lines
    const url = `/v1/cart/lines/${line!.id}`
    expect((await shopper.call<Cart>('PUT', url, { quantity: 3 })).body).toMatchObject({ subtotal: 11_700 })
    expect((await shopper.call<Cart>('PUT', url, { skuId: 'CUP-B' })).body).toMatchObject({
      lines: [{ skuId: 'CUP-B', quantity: 3, options: ['青'] }],
    })
    expect(await shopper.call('PUT', url, { quantity: 1, skuId: 'CUP-W' })).toMatchObject({ status: 400 })
  })

  test('of somebody else is not there', async () => {
    const [line] = (await shopper.put('LAMP')).lines
    const other = await stand.shopper(CHEN)
    const id = line!.id
    expect(await other.call('PUT', `/v1/cart/lines/${id}`, { quantity: 5 })).toMatchObject({ status: 404 })
    expect(await other.post('/v1/cart/selection', { lineIds: [id], selected: false })).toMatchObject({ status: 404 })
    await other.post('/v1/cart/lines/remove', { lineIds: [id] })
    expect(await shopper.cart()).toMatchObject({ lines: [{ id, quantity: 1, selected: true }] })
  })
})

describe('ticks', () => {
  const select = async (lineIds: string[] | 'all', selected: boolean) =>
    (await shopper.post<Cart>('/v1/cart/selection', { lineIds, selected })).body

  test('decide what the sum is over, and stay where they were set', async () => {
    await shopper.put('LAMP')
    const [cup] = (await shopper.put('CUP-W', 2)).lines
    expect(await select([cup!.id], false)).toMatchObject({ count: 3, selectedCount: 1, subtotal: 12_900 })
    expect(await (await stand.shopper()).cart()).toMatchObject({ selectedCount: 1 })
    expect(await select('all', true)).toMatchObject({ selectedCount: 3, subtotal: 20_700 })
    expect(await select('all', false)).toMatchObject({ selectedCount: 0, subtotal: 0, saved: 0 })
  })

  test('come back when more of the line is put in', async () => {
    await shopper.put('LAMP')
    await select('all', false)
    expect(await shopper.put('LAMP')).toMatchObject({ selectedCount: 2 })
  })

  test('are never on a line that cannot be bought, whatever was asked', async () => {
    await shopper.put('CUP-B')
    await shopper.put('LAMP')
    await stand.setStock('CUP-B', 0)
    expect(await select('all', true)).toMatchObject({
      count: 1,
      selectedCount: 1,
      lines: [
        { skuId: 'LAMP', selected: true },
        { skuId: 'CUP-B', selected: false, status: 'sold_out' },
      ],
    })
  })
})

test('what cannot be had is cleared away together; what there is too little of stays', async () => {
  await shopper.put('VASE')
  await shopper.put('CUP-B', 3)
  await shopper.put('LAMP')
  await stand.setStock('VASE', 0)
  await stand.setStock('CUP-B', 1)
  const { body } = await shopper.post<Cart>('/v1/cart/lines/remove', { lineIds: 'unavailable' })
  expect(body.lines).toMatchObject([{ skuId: 'LAMP' }, { skuId: 'CUP-B', status: 'insufficient', available: 1 }])
})

describe('what a line cost when it was put in', () => {
  const prices = ({ lines }: Cart) => lines.map(({ unitPrice, priceWhenAdded }) => [unitPrice, priceWhenAdded])

  test('is remembered, and more of it at another price is put in at that price', async () => {
    expect(prices(await shopper.put('LAMP'))).toEqual([[129_00, 129_00]])
    await stand.setPrice('LAMP', 99_00)
    expect(prices(await shopper.cart())).toEqual([[99_00, 129_00]])
    expect(prices(await (await stand.shopper(CHEN)).put('LAMP'))).toEqual([[99_00, 99_00]])
    expect(prices(await shopper.put('LAMP'))).toEqual([[99_00, 99_00]])
  })

  test('is another matter with another SKU, and is forgotten with the line', async () => {
    const [line] = (await shopper.put('CUP-W')).lines
    await stand.setPrice('CUP-B', 50_00)
    const changed = await shopper.call<Cart>('PUT', `/v1/cart/lines/${line!.id}`, { skuId: 'CUP-B' })
    expect(prices(changed.body)).toEqual([[50_00, 50_00]])
    await shopper.post('/v1/cart/lines/remove', { lineIds: changed.body.lines.map(({ id }) => id) })
    expect(await stand.count("gateway.cart_line_prices where sku_id like 'CUP%'")).toBe(0)
  })
})
