import type { MagentoOrder, MagentoStandIn } from '@xiaopu/magento-stand-in'
import type { CouponTerms } from './desk'
import { magentoDesk } from './magento-desk'

type Control = MagentoStandIn['control']

const ITEM = { name: '街角咖啡椅', options: [{ label: '颜色', value: '芥末黄' }], ordered: 2, canceled: 0, refunded: 0 }
const order = (changed: object = {}) =>
  ({
    ...{ id: 1, number: '000000001', state: 'processing', createdAt: 0, grandTotal: 858_00, shippingAddress: {} },
    ...{ items: [{ ...ITEM, shipped: 0 }], shipments: [], invoices: [{ total: 858_00 }], creditMemos: [] },
    comments: [],
    ...changed,
  }) as unknown as MagentoOrder

/** A Magento with these orders, that writes down what is done in it. */
function magentoWith(...orders: MagentoOrder[]) {
  const done: unknown[] = []
  const control = {
    orders: () => [...orders],
    order: (number: string) => orders.find((one) => one.number === number) ?? null,
    shipOrder: (...given: unknown[]) => done.push(['ship', ...given]),
    refundOrder: () => {
      throw new Error('There is nothing left')
    },
    setStock: () => {
      throw new Error('The catalogue has no NOTHING')
    },
    setPrice: (...given: unknown[]) => done.push(['price', ...given]),
    coupons: () => [
      { code: 'Half', label: { default: '半价', en: 'Half price' }, percent: 50, from: 100 },
      { code: 'TEN', label: '减十元', amount: 10 },
    ],
    settings: () => ({ flatRate: 10, freeShippingFrom: 99.5 }),
    configure: (...given: unknown[]) => done.push(['configure', ...given]),
    addCoupon: (...given: unknown[]) => done.push(['coupon', ...given]),
  } as unknown as Control
  return {
    done,
    desk: magentoDesk(
      control,
      {
        collect: async (...given) => void done.push(['collect', ...given]),
        reviews: async () => [REVIEW],
        decideReview: async (...given) => void done.push(['review', ...given]),
      },
      async () => new Map([['000000001', { times: 2, since: '2026-11-22T08:00:00.000Z' }]]),
    ),
  }
}
const COUPON: CouponTerms = {
  ...{ code: 'DIANQING', name: { zh: '店庆', en: 'Birthday' }, threshold: 100_00, stackable: false, usageLimit: null },
  benefit: { kind: 'fixed', amount: 20_50 },
}
const REVIEW = {
  ...{ id: 'r1', productName: '椅', stars: 4, text: '坐着舒服', nickname: '小满' },
  ...{ pictures: [], followUpTo: null },
}
const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF1234' }

test('what is not paid does not leave, though Magento would let it', async () => {
  const { desk, done } = magentoWith(order({ state: 'new', invoices: [] }))
  await expect(desk.ship('000000001', PARCEL)).rejects.toMatchObject({ code: 'order_not_paid', status: 409 })
  await expect(desk.ship('000000002', PARCEL)).rejects.toMatchObject({ code: 'not_found', status: 404 })
  expect(done).toEqual([])
})

test('what Magento refuses is refused with its sentence', async () => {
  const { desk } = magentoWith(order())
  await expect(desk.refund('000000001', null)).rejects.toMatchObject({
    code: 'nothing_to_refund',
    message: 'There is nothing left',
  })
  await expect(desk.setStock('NOTHING', 1)).rejects.toMatchObject({ code: 'not_found', status: 404 })
})

test('what only the other back end has is refused here', async () => {
  const { desk, done } = magentoWith()
  const not = { code: 'not_supported', status: 501 }
  const part = { key: 'a-wish-of-today', amount: 1, lines: [], restock: false, reason: '补偿' }
  await expect(desk.refund('000000001', part)).rejects.toMatchObject(not)
  await expect(desk.putCoupon({ ...COUPON, usageLimit: 5 })).rejects.toMatchObject(not)
  await expect(desk.putCoupon({ ...COUPON, stackable: true })).rejects.toMatchObject(not)
  expect(desk.can).toEqual({ refundParts: false, couponLimit: false, couponStack: false })
  expect(done).toEqual([])
})

test.each([
  ['is paid', {}, 'paid', true, 858_00],
  ['is not paid', { state: 'pending_payment', invoices: [] }, 'pending_payment', false, 0],
  ['has left', { state: 'complete', items: [{ ...ITEM, shipped: 2 }] }, 'shipped', false, 858_00],
  ['has left in part', { items: [{ ...ITEM, shipped: 1 }] }, 'paid', true, 858_00],
  ['is fetched at a store', { shippingAddress: null }, 'paid', false, 858_00],
  ['was refunded in part', { creditMemos: [{ total: 58_00 }] }, 'paid', true, 800_00],
  ['was refunded', { state: 'closed', creditMemos: [{ total: 858_00 }] }, 'refunded', false, 0],
])('an order that %s', async (_what, changed, state, sendable, refundable) => {
  const [seen] = await magentoWith(order(changed)).desk.orders()
  expect(seen).toMatchObject({ state, refundable, lines: [{ name: '街角咖啡椅', options: ['芥末黄'], quantity: 2 }] })
  expect(seen!.waybills.length > 0).toBe(sendable)
})

test('what the shopper wrote is in Magento’s history, and that they ask where it is comes from the gateway', async () => {
  const comments = [{ comment: 'WeChat order' }, { comment: '备注：放门口\n发票：个人' }]
  const [seen] = await magentoWith(order({ comments })).desk.orders()
  expect(seen).toMatchObject({ remark: '放门口', reminded: { times: 2 } })
  const [sent] = await magentoWith(order({ state: 'complete' })).desk.orders()
  expect(sent).toMatchObject({ remark: '', reminded: null })
})

test('the newest orders come first, and the reviews that wait are the gateway’s', async () => {
  const { desk } = magentoWith(order(), order({ id: 2, number: '000000002' }))
  expect((await desk.orders()).map(({ number }) => number)).toEqual(['000000002', '000000001'])
  expect(await desk.reviews()).toEqual([REVIEW])
})

test('is done in Magento with carrier and number, and in its own money', async () => {
  const { desk, done } = magentoWith(order())
  await desk.ship('000000001', PARCEL)
  await desk.setPrice('CAFE', { price: 399_90, compareAt: null })
  await desk.decideReview('r1', { publish: false, reply: '谢谢' })
  expect(done).toEqual([
    ['ship', '000000001', [{ carrierCode: 'custom', title: '顺丰速运', number: 'SF1234' }]],
    ['price', 'CAFE', 399.9],
    ['review', 'r1', { publish: false, reply: '谢谢' }],
  ])
})

test('a coupon is Magento’s own, in yuan there and in fen here', async () => {
  const used = order({ coupon: { code: 'HALF', label: '半价' } })
  const { desk, done } = magentoWith(used, order({ coupon: { code: 'HALF', label: '半价' }, state: 'canceled' }))
  expect(await desk.coupons()).toMatchObject([
    { code: 'Half', name: { zh: '半价', en: 'Half price' }, benefit: { percent: 50 }, threshold: 100_00, used: 1 },
    { code: 'TEN', name: { zh: '减十元', en: '减十元' }, benefit: { amount: 10_00 }, threshold: 0, used: 0 },
  ])
  await desk.putCoupon(COUPON)
  const label = { default: '店庆', en: 'Birthday' }
  expect(done).toEqual([['coupon', { code: 'DIANQING', label, amount: 20.5, from: 100, perCustomer: 1 }]])
})

test('shipping is Magento’s flat rate and free shipping; where it sends is not decided here', async () => {
  const { desk, done } = magentoWith()
  expect(await desk.shipping()).toEqual({ fee: 10_00, freeFrom: 99_50, undeliverable: null })
  await desk.setShipping({ fee: 8_50, freeFrom: null, undeliverable: null })
  await expect(desk.setShipping({ fee: 8_50, freeFrom: null, undeliverable: ['台湾'] })).rejects.toMatchObject({
    code: 'not_supported',
  })
  expect(done).toEqual([['configure', { flatRate: 8.5, freeShippingFrom: null }]])
})
