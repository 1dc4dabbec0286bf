import type { OrderPage, Product, ReviewPage, SavedAddress } from '@xiaopu/contract'
import { ADDRESS } from './testing/goods'
import { Stand } from './testing/stand'
import type { Visitor } from './testing/visitor'

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

const newKey = () => `key-${crypto.randomUUID()}`
const direct = (skuId: string) => ({ kind: 'direct', skuId, quantity: 1 })

describe('words of every kind go the whole way unharmed', () => {
  test.each([
    ['emoji of several people', '👨‍👩‍👧‍👦 🇨🇳 👍🏽'],
    ['Arabic among Chinese', 'مرحبا عبدالله 阿卜杜拉'],
    ['Uyghur', 'ئابلا تۇرسۇن'],
    ['a rare character of a name', '𠮷野 㛃 龘'],
    ['quotes and markup', `O'Brien "<b>&amp;</b>" \\ %s ; --`],
    ['one long word', '长'.repeat(20)],
  ])('%s', async (_what, words) => {
    const name = words.slice(0, 32)
    const address = { ...ADDRESS, name, detail: `${words} 3 号` }
    const saved = await shopper.post<SavedAddress>('/v1/addresses', { ...address, isDefault: true })
    expect(saved).toMatchObject({ status: 201, body: { name, detail: `${words} 3 号` } })

    expect((await shopper.call('PUT', '/v1/me', { nickname: name })).body).toMatchObject({ nickname: name })

    const quote = (await shopper.post<{ id: string }>('/v1/checkout/quote', { source: direct('LAMP'), address })).body
    const placed = await shopper.place(quote.id, newKey(), direct('LAMP'), { address, remark: words })
    expect(placed.status).toBe(201)
    expect(await shopper.seen(placed.body)).toMatchObject({ remark: words, address: { name } })

    await stand.payOnPhone((await shopper.startPayment(placed.body)).body.params)
    await stand.merchant.ship(placed.body.id, { carrier: '顺丰速运', trackingNumber: 'SF1', lines: null })
    const review = { productId: 'lamp', stars: 5, text: words, nickname: name.slice(0, 20) }
    expect((await shopper.post(`/v1/orders/${placed.body.id}/reviews`, review)).status).toBe(201)
    const { items } = await stand.reviewDesk.waiting({ limit: 50 })
    await stand.reviewDesk.decide(items[0]!.id, { publish: true, reply: words })
    const shown = (await stand.visitor().get<ReviewPage>('/v1/products/lamp/reviews')).body
    expect(shown.items[0]).toMatchObject({ text: words, reply: words })

    const q = encodeURIComponent(words)
    expect((await stand.visitor().get(`/v1/products?q=${q}`)).status).toBe(200)
    expect((await stand.visitor().get(`/v1/search/suggestions?q=${q}`)).status).toBe(200)
    expect((await shopper.get<OrderPage>(`/v1/orders?q=${q}`)).status).toBe(200)
  })
})

// PostgreSQL keeps no NUL and no half of a character: what nobody can type must not become a fault of ours.
describe.each([
  ['a NUL', '好\u0000看'],
  ['half an emoji', '好\ud83d看'],
  ['a turned direction', '好\u202e看'],
])('%s', (_what, words) => {
  const calls: [string, () => Promise<{ status: number; body: unknown }>][] = [
    ['in an address', () => shopper.post('/v1/addresses', { ...ADDRESS, detail: words, isDefault: false })],
    ['in a pasted address', () => shopper.post('/v1/addresses/parse', { text: words })],
    ['in a remark', () => orderWith({ remark: words })],
    ['in the name of who receives it', () => orderWith({ address: { ...ADDRESS, name: words } })],
    ['in a fapiao title', () => orderWith({ fapiao: { kind: 'personal', title: words } })],
    ['in a search', () => shopper.get(`/v1/products?q=${encoded(words)}`)],
    ['in half a word', () => shopper.get(`/v1/search/suggestions?q=${encoded(words)}`)],
    ['in a search of orders', () => shopper.get(`/v1/orders?q=${encoded(words)}`)],
    [
      'in a coupon code',
      () => shopper.post('/v1/checkout/quote', { source: direct('LAMP'), address: ADDRESS, coupon: words }),
    ],
    ['in a nickname', () => shopper.call('PUT', '/v1/me', { nickname: words })],
    [
      'in a why of a cancellation',
      async () => shopper.post(`/v1/orders/${(await shopper.order('LAMP')).id}/cancel`, { note: words }),
    ],
  ]
  const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))

  async function orderWith(more: { address?: object; remark?: string; fapiao?: object }) {
    const { address = ADDRESS } = more
    const quote = (await shopper.post<{ id: string }>('/v1/checkout/quote', { source: direct('LAMP'), address })).body
    return shopper.place(quote.id ?? 'none', newKey(), direct('LAMP'), more)
  }

  test.each(calls)('%s is taken or refused, and never a fault of ours', async (_where, call) => {
    const { status } = await call()
    expect(status).toBeLessThan(500)
    // The next call is served, and what was kept can be read.
    expect((await shopper.get('/v1/orders')).status).toBe(200)
    expect((await shopper.get('/v1/addresses')).status).toBe(200)
    expect((await stand.visitor().get<Product>('/v1/products/lamp')).status).toBe(200)
  })
})

test.each(['/v1/products/lamp/reviews', '/v1/favourites', '/v1/history', '/v1/after-sales'])(
  'a place in a time no calendar has leads to the top of %s',
  async (list) => {
    const { status, body } = await shopper.get(`${list}?cursor=999999999999999.x`)
    expect([status, body]).toEqual([200, (await shopper.get(list)).body])
  },
)
