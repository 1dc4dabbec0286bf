import { createWechatServer } from '../index'
import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'

const PATH = '/wxa/msg_sec_check'
let wechat: ApiStandIn
beforeEach(async () => {
  wechat = await startApiStandIn()
  wechat.on('/cgi-bin/stable_token', { access_token: 'A', expires_in: 7200 })
})
afterEach(() => wechat.close())

const check = (content: string, nickname?: string) =>
  createWechatServer({ appid: 'wx1', secret: 's', apiUrl: wechat.url, retryDelayMs: 1 }).checkText({
    openid: 'o1',
    scene: 'comment',
    content,
    nickname,
  })
const verdict = (suggest: unknown) => ({ errcode: 0, result: { suggest, label: 100 } })

test.each(['pass', 'review', 'risky'] as const)('a text that WeChat finds %s is so', async (suggest) => {
  wechat.on(PATH, verdict(suggest))
  await expect(check('光很柔', '小满')).resolves.toBe(suggest)
  expect(JSON.parse(wechat.to(PATH)[0]!.body)).toEqual({
    version: 2,
    openid: 'o1',
    scene: 2,
    content: '光很柔',
    nickname: '小满',
  })
})

test('a long text is read piece by piece, no emoji is cut, and the worst piece counts', async () => {
  wechat.on(PATH, verdict('pass'), verdict('risky'), verdict('review'))
  await expect(check('👍'.repeat(6_000))).resolves.toBe('risky')
  const pieces = wechat.to(PATH).map(({ body }) => [...(JSON.parse(body).content as string)])
  expect(pieces.map(({ length }) => length)).toEqual([2_500, 2_500, 1_000])
  expect(new Set(pieces.flat())).toEqual(new Set(['👍']))
})

test('an answer without a verdict is WeChat being unwell, not a pass', async () => {
  wechat.on(PATH, verdict('fine'))
  await expect(check('x')).rejects.toMatchObject({ name: 'WechatApiError', kind: 'system' })
})

test.each([
  [61010, 'refused'],
  [45009, 'rate-limited'],
  [48001, 'not-authorised'],
])('errcode %i is %s', async (errcode, kind) => {
  wechat.on(PATH, { errcode, errmsg: 'no' })
  await expect(check('x')).rejects.toMatchObject({ kind })
})

test('nothing to read is not asked about', async () => {
  await expect(check('')).resolves.toBe('pass')
  expect(wechat.to(PATH)).toEqual([])
})
