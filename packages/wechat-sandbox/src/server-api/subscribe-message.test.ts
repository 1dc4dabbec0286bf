import { APPID, SECRET } from '../test-side/merchant'
import { OPENID, SHOPPER, Shop } from '../test-side/shop'

let shop: Shop
let token: string
beforeAll(async () => {
  shop = await Shop.open({ templates: { restock: ['thing1', 'amount2'] } })
})
beforeEach(async () => {
  await shop.control.reset()
  const asked = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
  token = (await shop.post('/cgi-bin/stable_token', asked)).json.access_token
})
afterAll(() => shop.close())

const values = { thing1: { value: '纸灯' }, amount2: { value: '¥129' } }
const send = async (changes: object = {}) =>
  (
    await shop.post(`/cgi-bin/message/subscribe/send?access_token=${token}`, {
      ...{ touser: OPENID, template_id: 'restock', page: 'goods/product/index?id=lamp', data: values },
      ...changes,
    })
  ).json.errcode
const answer = (answers: object) => shop.post('/device/subscriptions', { appid: APPID, person: SHOPPER, answers })

test('each 允许 lets one message through', async () => {
  expect(await send()).toBe(43101)
  await answer({ restock: 'accept' })
  expect([await send(), await send()]).toEqual([0, 43101])
  expect(shop.control.messages()).toMatchObject([
    { person: SHOPPER, templateId: 'restock', values: { thing1: '纸灯', amount2: '¥129' } },
  ])
})

test('拒绝 lets none through, and a template of nobody cannot be asked for', async () => {
  expect((await answer({ restock: 'reject' })).status).toBe(200)
  expect(await send()).toBe(43101)
  expect((await answer({ restock: 'accept', other: 'accept' })).status).toBe(400)
  expect(await send()).toBe(43101)
})

test.each([
  [40003, { touser: 'o-nobody' }],
  [40037, { template_id: 'other' }],
  [41030, { page: '/goods/product/index' }],
  [47003, { data: { thing1: { value: '纸灯' } } }],
  [47003, { data: { ...values, thing1: { value: '一二三四五六七八九十一二三四五六七八九十一' } } }],
  [47003, { data: { ...values, amount2: { value: 'cheap' } } }],
])('answers %i to %j, and the 允许 is not used up', async (errcode, changes) => {
  await answer({ restock: 'accept' })
  expect(await send(changes)).toBe(errcode)
  expect(await send()).toBe(0)
})

test('a token that is none is refused first', async () => {
  token = 'made-up'
  expect(await send()).toBe(40001)
})
