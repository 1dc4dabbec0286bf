import { createWechatServer } from '../index'
import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'

const PATH = '/wxa/business/getuserphonenumber'
let wechat: ApiStandIn
beforeEach(async () => {
  wechat = await startApiStandIn()
  wechat.on('/cgi-bin/stable_token', { access_token: 'A', expires_in: 7200 })
})
afterEach(() => wechat.close())

const ask = (code: string) =>
  createWechatServer({ appid: 'wx1', secret: 's', apiUrl: wechat.url, retryDelayMs: 1 }).phoneNumber(code)
const info = (countryCode: string | number) => ({
  errcode: 0,
  phone_info: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode },
})

test.each(['86', 86])('a code of the phone button becomes the number; the country comes as %j', async (countryCode) => {
  wechat.on(PATH, info(countryCode))
  await expect(ask('the code')).resolves.toEqual({ number: '13800138000', countryCode: '86' })
  expect(wechat.to(PATH)[0]).toMatchObject({ method: 'POST', body: '{"code":"the code"}' })
})

test.each([
  [40029, 'invalid-code'],
  [40163, 'code-used'],
  [45011, 'rate-limited'],
  [-1, 'system'],
])('errcode %i is %s, and the code is not spent a second time', async (errcode, kind) => {
  wechat.on(PATH, { errcode, errmsg: 'no' })
  await expect(ask('c')).rejects.toMatchObject({ name: 'WechatApiError', kind })
  expect(wechat.to(PATH)).toHaveLength(1)
})

test.each([{ errcode: 0 }, { errcode: 0, phone_info: {} }, { ...info('86'), phone_info: { purePhoneNumber: 'x' } }])(
  'an answer without a number (%j) is WeChat being unwell',
  async (answer) => {
    wechat.on(PATH, answer)
    await expect(ask('c')).rejects.toMatchObject({ kind: 'system' })
  },
)

test('an empty code is refused without asking WeChat', async () => {
  await expect(ask('')).rejects.toMatchObject({ kind: 'invalid-code' })
  expect(wechat.received).toHaveLength(0)
})
