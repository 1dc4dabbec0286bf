import type { Cart } from '@xiaopu/contract'
import { Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
/** One person, signed in on two devices: two sessions, one cart. */
let phone: Visitor
let tablet: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  phone = await stand.shopper()
  tablet = await stand.shopper()
})

const quantities = ({ lines }: Cart) => Object.fromEntries(lines.map(({ skuId, quantity }) => [skuId, quantity]))
const lineOf = (cart: Cart, sku: string) => cart.lines.find(({ skuId }) => skuId === sku)!
const put = (visitor: Visitor, skuId: string) => visitor.post('/v1/cart/lines', { skuId, quantity: 1 })
const change = (visitor: Visitor, id: string, quantity: number) =>
  visitor.call<Cart>('PUT', `/v1/cart/lines/${id}`, { quantity })
const remove = (visitor: Visitor, id: string) => visitor.post<Cart>('/v1/cart/lines/remove', { lineIds: [id] })

describe('two devices of one shopper at the same moment', () => {
  test('put in different things: both are there', async () => {
    expect(phone.token).not.toBe(tablet.token)
    const answers = await Promise.all([put(phone, 'LAMP'), put(tablet, 'CUP-W'), put(phone, 'CUP-B')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(quantities(await phone.cart())).toEqual({ LAMP: 1, 'CUP-W': 1, 'CUP-B': 1 })
    expect(await tablet.cart()).toEqual(await phone.cart())
  })

  test('put in the same thing: one line with all of it, none lost', async () => {
    const taps = Array.from({ length: 8 }, (_, tap) => put(tap % 2 === 0 ? phone : tablet, 'CUP-W'))
    expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(quantities(await tablet.cart())).toEqual({ 'CUP-W': 8 })
    expect((await phone.cart()).lines).toHaveLength(1)
  })

  test('one changes a quantity while the other takes another line out: both count', async () => {
    await phone.put('LAMP')
    const cart = await phone.put('CUP-W')
    await Promise.all([
      change(phone, lineOf(cart, 'CUP-W').id, 5),
      remove(tablet, lineOf(cart, 'LAMP').id),
      put(tablet, 'CUP-B'),
    ])
    expect(quantities(await phone.cart())).toEqual({ 'CUP-W': 5, 'CUP-B': 1 })
  })

  test('one ticks a line off while the other puts something in: the tick stays, and so does what came', async () => {
    const cart = await phone.put('LAMP')
    const { id } = lineOf(cart, 'LAMP')
    await Promise.all([phone.post('/v1/cart/selection', { lineIds: [id], selected: false }), put(tablet, 'CUP-W')])
    const both = await tablet.cart()
    expect(lineOf(both, 'LAMP').selected).toBe(false)
    expect(lineOf(both, 'CUP-W').selected).toBe(true)
  })
})

test('a change from an old picture of the cart touches only its own line', async () => {
  const old = await phone.put('LAMP')
  await tablet.put('CUP-W', 2)
  const { body } = await change(phone, lineOf(old, 'LAMP').id, 2)
  expect(quantities(body)).toEqual({ LAMP: 2, 'CUP-W': 2 })
})

test('a line the other device took out is not brought back by a tap that did not know', async () => {
  const old = await phone.put('LAMP')
  await phone.put('CUP-W')
  const { id } = lineOf(old, 'LAMP')
  await remove(tablet, id)
  expect(await change(phone, id, 3)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect((await remove(phone, id)).status).toBe(200)
  expect(quantities(await phone.cart())).toEqual({ 'CUP-W': 1 })
})

test('what one device ordered, the other cannot order once more from its old checkout', async () => {
  await phone.put('LAMP')
  const [onPhone, onTablet] = await Promise.all([phone.quote(), tablet.quote()])
  const placed = await Promise.all([
    phone.place(onPhone.id, `phone-${crypto.randomUUID()}`),
    tablet.place(onTablet.id, `tablet-${crypto.randomUUID()}`),
  ])
  const statuses = placed.map(({ status }) => status).sort()
  expect(statuses[0]).toBe(201)
  expect(statuses[1]).toBeGreaterThanOrEqual(409)
  expect(await stand.count('commerce.orders')).toBe(1)
  expect((await phone.cart()).lines).toEqual([])
})
