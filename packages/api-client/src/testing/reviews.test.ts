import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { address, openShop, useServer, visitor } from '../test/shopping'
import type { Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server, { shopperOf: (code) => code.split('-')[0]! }))
})
afterEach(() => expect(shop.faults).toEqual([]))

/** An order of a tee in two colours and a desk, paid. */
async function paidOrder() {
  for (const skuId of ['tee-cream-M', 'tee-green-M', 'desk-elm']) await api.cart.add({ skuId, quantity: 1 })
  const source = { kind: 'cart' as const }
  const { id } = await api.checkout.quote({ source, address })
  const order = await api.orders.place(
    { quoteId: id, source, address, fapiao: null, remark: '' },
    { idempotencyKey: 'key-1' },
  )
  shop.pay(order.id)
  return order
}
const review = (productId: string, text = '很喜欢') => ({ productId, stars: 4, text, nickname: null })

describe('a parcel', () => {
  test('nobody has sent has not arrived', async () => {
    const { id } = await paidOrder()
    expect(await failureOf(api.orders.confirmReceipt(id))).toMatchObject({ code: 'order_not_shipped' })
    expect((await api.orders.get(id)).actions).toEqual(['after_sale', 'buy_again', 'request_fapiao'])
  })

  test('of somebody else is not there', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    expect(await failureOf(visitor('zh-CN', 'stranger').orders.confirmReceipt(id))).toMatchObject({ code: 'not_found' })
  })

  test('may be one of several: the order is sent when all are', async () => {
    const { id } = await paidOrder()
    shop.ship(id, { carrier: '德邦快递', trackingNumber: null, lines: [{ skuId: 'desk-elm', quantity: 1 }] })
    expect(await api.orders.get(id)).toMatchObject({ status: 'paid', shipments: [{ carrier: '德邦快递' }] })
    shop.ship(id)
    const { status, shipments, actions } = await api.orders.get(id)
    expect(status).toBe('shipped')
    expect(shipments[1]!.lines.map(({ skuId }) => skuId).sort()).toEqual(['tee-cream-M', 'tee-green-M'])
    const after = ['extend_receipt', 'request_fapiao']
    expect(actions).toEqual(['confirm_receipt', 'review', 'after_sale', 'buy_again', ...after])
  })

  test('that has arrived completes the order, and saying so twice changes nothing', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    await api.orders.confirmReceipt(id)
    const actions = ['review', 'after_sale', 'buy_again', 'request_fapiao', 'delete']
    expect(await api.orders.confirmReceipt(id)).toMatchObject({ status: 'completed', actions })
  })
})

describe('a review', () => {
  test('is refused before the goods were sent, for what was not bought, and of another’s order', async () => {
    const { id } = await paidOrder()
    expect(await failureOf(api.reviews.write(id, review('tee')))).toMatchObject({ code: 'order_not_reviewable' })
    shop.ship(id)
    expect(await failureOf(api.reviews.write(id, review('mug')))).toMatchObject({ code: 'not_found' })
    const stranger = visitor('zh-CN', 'stranger')
    expect(await failureOf(stranger.reviews.write(id, review('tee')))).toMatchObject({ code: 'not_found' })
  })

  test('is refused when it is too long or says nothing', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    for (const text of ['长'.repeat(1_001), '   '])
      expect(await failureOf(api.reviews.write(id, review('tee', text)))).toMatchObject({
        code: 'validation_failed',
        fields: [{ path: 'text' }],
      })
  })

  test('waits until the shop has looked at it, then everybody reads it', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    expect(await api.reviews.write(id, review('tee'))).toEqual({ status: 'pending' })
    expect((await api.catalog.product('tee')).reviews).toEqual({ count: 0, average: null })
    shop.publishReviews()
    expect(await api.reviews.list('tee')).toMatchObject({
      summary: { count: 1, average: 4 },
      items: [{ nickname: null, text: '很喜欢', options: ['墨绿', 'M'] }],
    })
  })

  test('is written once for a product of an order, whatever its colours; the desk is still to be reviewed', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    await api.reviews.write(id, review('tee'))
    expect(await failureOf(api.reviews.write(id, review('tee')))).toMatchObject({ code: 'already_reviewed' })
    const { lines, actions } = await api.orders.get(id)
    expect(lines.map(({ productId, reviewed }) => [productId, reviewed])).toEqual([
      ['desk', false],
      ['tee', true],
      ['tee', true],
    ])
    expect(actions).toContain('review')
    await api.reviews.write(id, review('desk'))
    expect((await api.orders.get(id)).actions).not.toContain('review')
  })
})

test('the mug has a good, a poor and an anonymous review, page by page', async () => {
  const first = await api.reviews.list('mug', { limit: 2 })
  const { items } = await api.reviews.list('mug', { limit: 2, cursor: first.nextCursor! })
  expect([...first.items, ...items].map(({ nickname, stars }) => [nickname, stars])).toEqual([
    ['阿禾', 5],
    ['小满', 2],
    [null, 4],
  ])
  expect(first.summary).toEqual({ count: 3, average: 3.7 })
  expect(await failureOf(api.reviews.list('none'))).toMatchObject({ code: 'not_found' })
})

describe('tags, pictures and follow-ups', () => {
  test('narrow the list of the mug, and are counted', async () => {
    const { figures } = await api.reviews.list('mug')
    expect(figures).toMatchObject({
      goodRate: 67,
      good: 2,
      poor: 1,
      followUps: 1,
      tags: [{ tag: 'looks_good', count: 2 }, {}, {}],
    })
    const names = async (query: object) => (await api.reviews.list('mug', query)).items.map(({ nickname }) => nickname)
    expect(await names({ tag: 'looks_good' })).toEqual(['阿禾', null])
    expect(await names({ stars: 'poor' })).toEqual(['小满'])
    expect(await names({ only: 'follow_up' })).toEqual(['阿禾'])
    expect(await names({ only: 'pictures' })).toEqual([])
  })

  test('a follow-up comes once, and is shown once the shop has looked at it', async () => {
    const { id } = await paidOrder()
    shop.ship(id)
    await api.reviews.write(id, { ...review('desk'), tags: ['well_made'] })
    shop.publishReviews()
    expect(await api.reviews.ofOrder(id)).toMatchObject({
      extras: true,
      reviews: [{ followUpOpen: true, tags: ['well_made'] }],
    })
    expect((await api.orders.get(id)).actions).toContain('follow_up')
    await api.reviews.followUp(id, { productId: 'desk', text: '还很稳' })
    expect((await api.reviews.list('desk')).items).toMatchObject([{ followUp: null }])
    shop.publishReviews()
    expect((await api.reviews.list('desk')).items).toMatchObject([{ followUp: { text: '还很稳', days: 0 } }])
    const again = api.reviews.followUp(id, { productId: 'desk', text: '再说' })
    expect(await failureOf(again)).toMatchObject({ code: 'follow_up_closed' })
  })

  test('an order waits for a review until everything has one', async () => {
    const { id } = await paidOrder()
    expect((await api.orders.counts()).review).toBe(0)
    shop.ship(id)
    expect((await api.orders.counts()).review).toBe(1)
    expect((await api.orders.list({ status: 'review' })).items.map((order) => order.id)).toEqual([id])
    for (const productId of ['tee', 'desk']) await api.reviews.write(id, review(productId))
    expect((await api.orders.list({ status: 'review' })).items).toEqual([])
  })
})
