import { createWechatServer, messageValue } from '../index'
import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'

const PATH = '/cgi-bin/message/subscribe/send'
let wechat: ApiStandIn
beforeEach(async () => {
  wechat = await startApiStandIn()
  wechat.on('/cgi-bin/stable_token', { access_token: 'A', expires_in: 7200 })
})
afterEach(() => wechat.close())

const message = { openid: 'o1', templateId: 't1', page: 'goods/product/index?id=lamp', values: { thing1: '纸灯' } }
const send = () =>
  createWechatServer({ appid: 'wx1', secret: 's', apiUrl: wechat.url, retryDelayMs: 1 }).sendSubscribeMessage(message)

test('a message goes out with its values, for the released Mini Program', async () => {
  wechat.on(PATH, { errcode: 0 })
  await expect(send()).resolves.toBe('sent')
  expect(JSON.parse(wechat.to(PATH)[0]!.body)).toEqual({
    ...{ touser: 'o1', template_id: 't1', page: 'goods/product/index?id=lamp', data: { thing1: { value: '纸灯' } } },
    ...{ miniprogram_state: 'formal', lang: 'zh_CN' },
  })
})

test('who has let none through is no error', async () => {
  wechat.on(PATH, { errcode: 43101, errmsg: 'user refuse to accept the msg' })
  await expect(send()).resolves.toBe('not_allowed')
})

test.each([40037, 47003, -1])('errcode %i is thrown, and nothing is sent a second time', async (errcode) => {
  wechat.on(PATH, { errcode, errmsg: 'no' })
  await expect(send()).rejects.toMatchObject({ name: 'WechatApiError', errcode })
  expect(wechat.to(PATH)).toHaveLength(1)
})

test.each([
  ['thing1', '纸灯', '纸灯'],
  ['thing1', '  两行\n文字 ', '两行 文字'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing1', '🌱'.repeat(21), `${'🌱'.repeat(19)}…`],
  ['character_string2', 'a'.repeat(33), 'a'.repeat(32)],
  ['thing1', '', '-'],
  ['character_string2', '单号 SF 100', 'SF 100'],
  ['character_string2', '顺丰', '-'],
  ['amount3', '¥1,299', '¥1299'],
  ['amount3', '共 1299.00 元', '¥1299.00'],
  ['amount3', '免费', '¥0'],
  ['phrase4', '已同意，请寄回来', '已同意请寄'],
  ['phrase4', 'Refunded', '见详情'],
  ['name5', '拾物·安福路店', '拾物安福路店'],
  ['name5', 'Anfu Road 12', 'Anfu Road'],
  ['number6', '共 3 件', '3'],
  ['phone_number7', '电话 021-5555 0123', '021-55550123'],
  ['date8', new Date('2026-11-23T17:05:00Z'), '2026年11月24日 01:05'],
  ['thing1', new Date('2026-11-23T05:29:00Z'), '2026年11月23日 13:29'],
  ['thing1', '晚上 2026年11月23日 以前都可以来拿', '晚上 2026年11月23日 以前都可…'],
])('%s takes %j as %j', (keyword, text, value) => {
  expect(messageValue(keyword, text)).toBe(value)
})
