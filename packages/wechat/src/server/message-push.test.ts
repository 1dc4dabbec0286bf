import { createCipheriv, createHash } from 'node:crypto'
import { createMessagePush, PushRefused } from '../index'

/** WeChat's own example: token, key and what comes of them. */
const TOKEN = 'AAAAA'
const AES_KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
const NOW = Date.parse('2026-06-01T00:00:00Z')
const push = createMessagePush({ appid: APPID, token: TOKEN, encodingAesKey: AES_KEY, clock: () => NOW })

function sealed(message: object | string, { appid = APPID, padding = 0 } = {}): string {
  const text = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([Buffer.from('707722b803182950'), length, text, Buffer.from(appid)])
  const missing = 32 - (plain.length % 32)
  const key = Buffer.from(`${AES_KEY}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(missing, padding || missing)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}
const sign = (...parts: string[]) =>
  createHash('sha1')
    .update([TOKEN, ...parts].sort().join(''))
    .digest('hex')
function call(Encrypt: string, changed: Record<string, string> = {}) {
  const query = { timestamp: '1713424427', nonce: '415670741', ...changed }
  const msg_signature = sign(query.timestamp, query.nonce, Encrypt)
  return [{ msg_signature, ...query }, Buffer.from(JSON.stringify({ ToUserName: 'gh', Encrypt }))] as const
}
const EVENT = {
  ...{ ToUserName: 'gh_1', FromUserName: 'oPlatform', CreateTime: NOW / 1000, MsgType: 'event' },
  ...{ Event: 'user_authorization_revoke', OpenID: 'o1', RevokeInfo: '8' },
}
const reasonOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof PushRefused ? error.reason : error
  }
}

test('the address is proved as in WeChat’s example, and by nothing else', () => {
  const query = { timestamp: '1714036504', nonce: '1514711492', echostr: '4375120948345356249' }
  const signature = 'f464b24fc39322e44b38aa78f5edd27bd1441696'
  expect(push.echo({ ...query, signature })).toBe('4375120948345356249')
  expect(reasonOf(() => push.echo({ ...query, signature: signature.replace('f', '0') }))).toBe('signature')
  expect(reasonOf(() => push.echo({ ...query }))).toBe('signature')
})

test('what we seal by WeChat’s rules is byte for byte what its example has', () => {
  const Encrypt = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='
  expect(sealed('{"demo_resp":"good luck"}')).toBe(Encrypt)
  expect(sign('1713424427', '415670741', Encrypt)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
})

test('an event is opened, and a repeat of it has the same id', () => {
  const opened = push.open(...call(sealed(EVENT)))
  expect(opened).toMatchObject({ event: 'user_authorization_revoke', body: { OpenID: 'o1', RevokeInfo: '8' } })
  expect(opened.createdAt.getTime()).toBe(NOW)
  expect(push.open(...call(sealed(EVENT), { nonce: '2' })).id).toBe(opened.id)
  expect(push.open(...call(sealed({ ...EVENT, OpenID: 'o2' }))).id).not.toBe(opened.id)
})

test('the settlements of two orders within one second are two events, and of one order sent and received, too', () => {
  const { OpenID: _, RevokeInfo: __, ...common } = { ...EVENT, Event: 'trade_manage_order_settlement' }
  const settled = (about: object) => push.open(...call(sealed({ ...common, ...about }))).id
  const ids = [
    settled({ transaction_id: '4200000001', merchant_trade_no: 'N1' }),
    settled({ transaction_id: '4200000002', merchant_trade_no: 'N2' }),
    settled({ transaction_id: '4200000001', merchant_trade_no: 'N1', confirm_receive_time: NOW / 1000 }),
  ]
  expect(new Set(ids).size).toBe(3)
})

test('blanks around names, as WeChat’s own examples have them, do not matter', () => {
  const { OpenID, ...rest } = EVENT
  expect(push.open(...call(sealed({ ...rest, ' OpenID': OpenID }))).body.OpenID).toBe('o1')
})

test.each([
  ['no signature', () => push.open({}, call(sealed(EVENT))[1]), 'signature'],
  [
    'another body under it',
    () => push.open(call(sealed(EVENT))[0], call(sealed({ ...EVENT, OpenID: 'o2' }))[1]),
    'signature',
  ],
  ['a plain message', () => push.open(call('')[0], Buffer.from(JSON.stringify(EVENT))), 'malformed'],
  ['XML', () => push.open(call('')[0], Buffer.from('<xml><Encrypt>x</Encrypt></xml>')), 'malformed'],
  ['what is no cipher', () => push.open(...call('bm90aGluZw==')), 'malformed'],
  ['a padding that is none', () => push.open(...call(sealed(EVENT, { padding: 77 }))), 'malformed'],
  ['another Mini Program’s', () => push.open(...call(sealed(EVENT, { appid: 'wx0000000000000000' }))), 'other_app'],
  ['yesterday’s', () => push.open(...call(sealed({ ...EVENT, CreateTime: NOW / 1000 - 90_000 }))), 'stale'],
  ['one without a time', () => push.open(...call(sealed({ ...EVENT, CreateTime: undefined }))), 'malformed'],
])('%s is refused', (_, work, reason) => {
  expect(reasonOf(work)).toBe(reason)
})

test('a key that cannot be one is told of at the start', () => {
  expect(() => createMessagePush({ appid: APPID, token: TOKEN, encodingAesKey: 'short' })).toThrow('encodingAesKey')
})
