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
])('%s takes %j as %j', (keyword, text, value) => {
  expect(messageValue(keyword, text)).toBe(value)
})
