import { perform } from './acts'
import { type Desk, DeskRefusal } from './desk'

/** A desk that writes down what it is told. */
function notingDesk() {
  const told: unknown[] = []
  const note =
    (act: string) =>
    async (...given: unknown[]) => {
      told.push([act, ...given])
    }
  const desk = {
    ship: note('ship'),
    refund: note('refund'),
    decideReview: note('decideReview'),
    setStock: note('setStock'),
    setPrice: note('setPrice'),
    putCoupon: note('putCoupon'),
    setShipping: note('setShipping'),
  } as unknown as Desk
  return { desk, told }
}

test.each([
  ['explode', {}, 'not_found'],
  ['constructor', {}, 'not_found'],
  ['setStock', null, 'validation_failed'],
  ['setStock', [], 'validation_failed'],
  ['setStock', { skuCode: 'LAMP', pieces: null }, 'validation_failed'],
  ['setStock', { skuCode: 'LAMP', pieces: -1 }, 'validation_failed'],
  ['setStock', { skuCode: '', pieces: 1 }, 'validation_failed'],
  ['setPrice', { skuCode: 'LAMP', price: 0, compareAt: null }, 'validation_failed'],
  ['setPrice', { skuCode: 'LAMP', price: 9.5, compareAt: null }, 'validation_failed'],
  ['ship', { orderId: 'A1', carrier: '顺丰速运', trackingNumber: '<b>' }, 'validation_failed'],
  ['ship', { orderId: 'A1', carrier: ' ', trackingNumber: 'SF12345' }, 'validation_failed'],
  ['refund', { orderId: 'A1', key: 'a-wish-of-today', amount: 0, lines: [], reason: '补偿' }, 'validation_failed'],
  ['refund', { orderId: 'A1', key: 'a-wish-of-today', amount: null, lines: [], reason: '补偿' }, 'validation_failed'],
  ['refund', { orderId: 'A1', key: 'a-wish-of-today', amount: 1, lines: [], reason: '' }, 'validation_failed'],
  [
    'refund',
    { orderId: 'A1', key: 'a-wish-of-today', amount: 1, lines: [{ skuId: 's1', quantity: 0 }], reason: '补偿' },
    'validation_failed',
  ],
  ['setShipping', { fee: -1, freeFrom: null, undeliverable: [] }, 'validation_failed'],
  ['setShipping', { fee: 8_00, freeFrom: 0, undeliverable: [] }, 'validation_failed'],
  ['setShipping', { fee: 8_00, freeFrom: null, undeliverable: '台湾' }, 'validation_failed'],
  ['putCoupon', { code: 'X', name: '券', kind: 'gift', threshold: 0, usageLimit: null }, 'validation_failed'],
])('%s %j is refused, and nothing is done', async (act, given, code) => {
  const { desk, told } = notingDesk()
  const refused = await perform(desk, act, given).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DeskRefusal)
  expect(refused).toMatchObject({ code })
  expect(told).toEqual([])
})

test('what is typed is passed on without the blanks around it', async () => {
  const { desk, told } = notingDesk()
  await perform(desk, 'ship', { orderId: 'A1', carrier: ' 顺丰速运 ', trackingNumber: ' SF12345 ' })
  await perform(desk, 'decideReview', { reviewId: '7', publish: true, reply: null })
  await perform(desk, 'putCoupon', {
    ...{ code: ' dianqing', name: '店庆', kind: 'percent', percent: 10 },
    ...{ threshold: 0, stackable: true, usageLimit: null },
  })
  expect(told).toEqual([
    ['ship', 'A1', { carrier: '顺丰速运', trackingNumber: 'SF12345' }],
    ['decideReview', '7', { publish: true, reply: null }],
    [
      'putCoupon',
      {
        code: 'DIANQING',
        name: { zh: '店庆', en: '店庆' },
        benefit: { kind: 'percent', percent: 10 },
        threshold: 0,
        stackable: true,
        usageLimit: null,
      },
    ],
  ])
})
