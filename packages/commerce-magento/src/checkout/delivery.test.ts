import { BackendUnavailable } from '@xiaopu/commerce'
import { openStand, type Stand } from '../testing/stand'

const HANGZHOU = { province: '浙江省', city: '杭州市' }

let stand: Stand
beforeAll(async () => {
  stand = await openStand({ options: { rules: { freeShippingFrom: 9_900, shipsWithinHours: 48 } } })
  stand.control.configure({ freeShippingFrom: 99 })
})
afterAll(() => stand.close())
beforeEach(() => stand.control.clearRequests())
afterEach(async () => {
  stand.control.disarm()
  // Nothing that was asked for in one test is remembered in the next.
  await stand.advance(10 * 60_000)
})

const estimate = (productId: string, to = HANGZHOU) =>
  stand.backend.delivery.estimate({ locale: 'zh-CN' }, { productId, skuId: null }, to)
const asked = (operation: string) =>
  stand.control.requests().filter(({ operationName }) => operationName === operation).length

test('what sending a piece costs is said by Magento’s own methods, the cheapest of them', async () => {
  expect(await estimate('postcard')).toEqual({ ok: true, fee: 1_000, terms: null })
  expect(await estimate('flask')).toEqual({ ok: true, fee: 0, terms: null })
  expect(await stand.backend.delivery.promises()).toEqual({ freeShippingFrom: 9_900, shipsWithinHours: 48 })
})

test('ten who look at once are one cart in Magento, and another province needs no second one', async () => {
  await Promise.all(Array.from({ length: 10 }, () => estimate('postcard')))
  expect([asked('OpenEstimate'), asked('EstimateDelivery')]).toEqual([1, 1])
  await estimate('postcard', { province: '四川省', city: '成都市' })
  expect([asked('OpenEstimate'), asked('EstimateDelivery')]).toEqual([1, 2])
})

test('a province the shop does not know is not served, and nothing is asked for it', async () => {
  expect(await estimate('postcard', { province: 'Bavaria', city: '' })).toEqual({ ok: false, because: 'shop' })
  expect(asked('OpenEstimate')).toBe(0)
})

test('what is sold out, or may not be asked for, is told at checkout', async () => {
  stand.control.setStock('TENT', 0)
  expect(await estimate('tent')).toEqual({ ok: true, fee: null, terms: null })
  stand.control.arm({ kind: 'http200WithErrors', operation: 'estimateShippingMethods', category: 'graphql-input' })
  expect(await estimate('postcard')).toEqual({ ok: true, fee: null, terms: null })
})

test('while Magento is away there is no estimate, and the next one is asked for again', async () => {
  await estimate('postcard')
  await stand.advance(11 * 60_000)
  stand.control.arm({ kind: 'down' }, 'always')
  await expect(estimate('postcard')).rejects.toThrow(BackendUnavailable)
  stand.control.disarm()
  await stand.advance(60_000)
  expect(await estimate('postcard')).toMatchObject({ ok: true, fee: 1_000 })
})
