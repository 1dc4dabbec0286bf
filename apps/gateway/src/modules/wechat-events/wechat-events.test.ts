import type { SavedAddress, Session, Shopper, Upload } from '@xiaopu/contract'
import sharp from 'sharp'
import { HOUR, MINUTE } from '../../testing/clock'
import { form } from '../../testing/form'
import { ADDRESS } from '../../testing/goods'
import { APPID, PUSH } from '../../testing/merchant'
import { openedShop } from '../../testing/opened-shop'
import { CHEN, LIN } from '../../testing/stand'

const AT = '/v1/notify/wechat'

const { stand, shopper: lin } = openedShop({}, 'truncate gateway.shoppers cascade')

const control = () => stand().sandbox.control
const me = async (by = lin) => (await by.get<Shopper>('/v1/me')).body
const events = async () => (await stand().database.execute('select * from gateway.wechat_events')).rows
/** What is due at WeChat's happens, and what it pushes is answered. */
async function whatIsDue(after = 0): Promise<void> {
  stand().clock.pass(after)
  await control().advance(0)
  await control().whenIdle()
}
async function revoke(what: string[] | 'cancellation' | 'modified', person = LIN): Promise<void> {
  control().revoke(person, what)
  await whatIsDue()
}
async function wearsAPicture(by = lin): Promise<string> {
  const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#c96f4a' } })
    .png()
    .toBuffer()
  const { payload, headers } = form([{ bytes }])
  const { id } = (await by.post<Upload>('/v1/uploads', payload, headers)).body
  await by.call('PUT', '/v1/me', { avatarUploadId: id })
  return id
}
async function hasToldEverything(by = lin, person = LIN): Promise<string> {
  const { code } = await stand().onPhone('/device/phone-number', { appid: APPID, person })
  await by.post('/v1/me/phone', { code })
  await by.call('PUT', '/v1/me', { nickname: '小满' })
  await by.post('/v1/addresses', { ...ADDRESS, isDefault: true })
  const upload = await wearsAPicture(by)
  await whatIsDue(3_000)
  return upload
}
const claimOf = async (id: string) =>
  (await stand().database.execute('select claimed_by from gateway.uploads where id = $1', [id])).rows[0]?.claimed_by

/** As if the process had ended between writing the one event and acting on it. */
async function isActedOnAgain(facts: object): Promise<void> {
  const { rows } = await stand().database.execute('select openid from gateway.shoppers')
  await stand().database.execute('update gateway.wechat_events set due_at = $1, facts = $2::jsonb', [
    stand().clock.now(),
    JSON.stringify({ ...facts, OpenID: rows[0]!.openid }),
  ])
  await stand().gateway.runJobsOnce()
}

describe('the address', () => {
  test('is proved to WeChat, and refused to anybody else', async () => {
    const { createHash } = await import('node:crypto')
    const [timestamp, nonce] = ['1700000000', '12345']
    const signature = createHash('sha1').update([PUSH.token, timestamp, nonce].sort().join('')).digest('hex')
    const visitor = stand().visitor()
    const query = new URLSearchParams({ signature, timestamp, nonce, echostr: 'said-by-wechat' })
    expect(await visitor.get(`${AT}?${query}`)).toMatchObject({ status: 200, body: 'said-by-wechat' })
    query.set('nonce', '54321')
    expect(await visitor.get(`${AT}?${query}`)).toMatchObject({ status: 401 })
    const json = { 'content-type': 'application/json' }
    for (const body of ['{}', 'no json', '{"Encrypt":"AAAA"}', '<xml/>'])
      expect((await visitor.post(`${AT}?${query}`, body, json)).status).toBeGreaterThanOrEqual(400)
    expect(await events()).toEqual([])
  })
})

describe('what is taken back in WeChat', () => {
  test.each([
    ['8', { phone: null, nickname: '小满' }],
    ['19', { nickname: null }],
    ['20', { avatar: null, avatarCheck: null, nickname: '小满' }],
    ['6', { avatar: null, avatarCheck: null, nickname: null }],
  ])('%s is forgotten, and nothing else', async (code, left) => {
    await hasToldEverything()
    const before = await me()
    expect([before.phone, before.avatar]).not.toContain(null)
    await revoke([code])
    expect(await me()).toEqual({ ...before, ...left })
    expect((await lin.get<{ addresses: unknown[] }>('/v1/addresses')).body.addresses).toHaveLength(1)
  })

  test('addresses and pictures that are in nothing, too; files go with the next sweep', async () => {
    const avatar = await hasToldEverything()
    await revoke(['2', '20'])
    expect((await lin.get<{ addresses: unknown[] }>('/v1/addresses')).body.addresses).toEqual([])
    expect(await claimOf(avatar)).toBe('nobody')
    await stand().gateway.runJobsOnce()
    expect(await claimOf(avatar)).toBeUndefined()
  })

  test('of the address book takes what came out of WeChat’s, not what was typed here, and leaves a default', async () => {
    const save = (name: string, origin: object) =>
      lin.post('/v1/addresses', { ...ADDRESS, name, isDefault: false, ...origin })
    await save('微信的', { fromWechat: true })
    await save('以前的', {})
    await save('手写的', { fromWechat: false })
    // Imported, and typed as well: in either order it is the shopper's own.
    await save('都有的', { fromWechat: true })
    await save('都有的', { fromWechat: false })
    await save('都有的', { fromWechat: true })
    stand().clock.pass(MINUTE)
    await revoke(['2'])
    const { addresses } = (await lin.get<{ addresses: SavedAddress[] }>('/v1/addresses')).body
    expect(addresses.map(({ name }) => name).sort()).toEqual(['手写的', '都有的'])
    expect(addresses.filter(({ isDefault }) => isDefault)).toHaveLength(1)
    expect(addresses[0]).not.toHaveProperty('fromWechat')
  })

  test('is somebody’s own: others keep theirs, and of strangers there is nothing to forget', async () => {
    await hasToldEverything()
    const chen = await stand().shopper(CHEN)
    await hasToldEverything(chen, CHEN)
    await revoke(['8'], CHEN)
    await revoke(['8'], 'abla-tursun')
    expect((await me(chen)).phone).toBeNull()
    expect((await me()).phone).not.toBeNull()
    expect(
      control()
        .pushes()
        .every(({ taken }) => taken),
    ).toBe(true)
  })

  test('once: a repeat does not take what was given again since', async () => {
    await hasToldEverything()
    await revoke(['8'])
    stand().clock.pass(MINUTE)
    const { code } = await stand().onPhone('/device/phone-number', { appid: APPID, person: LIN })
    await lin.post('/v1/me/phone', { code })
    control().repeatPush()
    await whatIsDue()
    expect((await me()).phone).not.toBeNull()
    // Acted on, it names nobody any more.
    const taken = (await events()).filter(({ event }) => event === 'user_authorization_revoke')
    expect(taken).toMatchObject([{ facts: null, due_at: null }])
  })

  test('while the database is busy or the gateway dies is not lost: it is acted on later', async () => {
    await hasToldEverything()
    await revoke(['8'])
    await isActedOnAgain({ RevokeInfo: '19' })
    expect((await me()).nickname).toBeNull()
  })

  test('name and picture that WeChat itself has taken away go as well', async () => {
    await hasToldEverything()
    await revoke('modified')
    expect(await me()).toMatchObject({ nickname: null, avatar: null, phone: expect.any(String) })
  })

  test('and is acted on late: name and picture that were given since stay', async () => {
    await revoke('modified')
    stand().clock.pass(MINUTE)
    const avatar = await hasToldEverything()
    await isActedOnAgain({})
    expect(await me()).toMatchObject({ nickname: '小满', avatar: expect.any(String) })
    expect(await claimOf(avatar)).not.toBe('nobody')
  })
})

describe('who ends their account in WeChat', () => {
  test('is forgotten, and signed out', async () => {
    await hasToldEverything()
    const { id } = await me()
    await revoke('cancellation')
    expect(await lin.get('/v1/me')).toMatchObject({ status: 401 })
    expect(await stand().count('gateway.shoppers')).toBe(0)
    const { body } = await stand()
      .visitor()
      .signIn(await stand().loginCode())
    expect((body as Session).shopper.id).not.toBe(id)
  })

  test('with an order on its way goes when that is over; name, number and addresses at once', async () => {
    await hasToldEverything()
    const order = await stand().sent(lin, 'CUP-W')
    await revoke('cancellation')
    const { rows } = await stand().database.execute('select nickname, phone from gateway.shoppers')
    expect(rows).toEqual([{ nickname: null, phone: null }])
    await stand().database.execute(`update commerce.orders set status = 'completed' where id = $1`, [order.id])
    stand().clock.pass(2 * HOUR)
    await stand().gateway.runJobsOnce()
    expect(await stand().count('gateway.shoppers')).toBe(0)
  })
})

describe('a picture of oneself', () => {
  test.each([
    ['pass', { avatarCheck: 'passed', avatar: expect.any(String) }],
    ['review', { avatarCheck: 'held', avatar: expect.any(String) }],
    ['risky', { avatarCheck: 'refused', avatar: null }],
  ] as const)('that WeChat finds %s', async (suggest, then) => {
    control().nextMediaChecks([suggest])
    const upload = await wearsAPicture()
    expect(await me()).toMatchObject({ avatarCheck: 'checking', avatar: expect.any(String) })
    await whatIsDue(3_000)
    expect(await me()).toMatchObject(then)
    expect((await claimOf(upload)) === 'nobody').toBe(suggest === 'risky')
  })

  test('is asked about again when WeChat was away, and when its answer never came', async () => {
    control().fail({ endpoint: 'content.media', errcode: -1, times: 2 })
    await wearsAPicture()
    await whatIsDue(3_000)
    expect((await me()).avatarCheck).toBe('checking')
    stand().clock.pass(HOUR + MINUTE)
    await stand().gateway.runJobsOnce()
    await whatIsDue(3_000)
    expect((await me()).avatarCheck).toBe('passed')
  })

  test('that was replaced is not judged by what was said of the one before', async () => {
    control().nextMediaChecks(['risky', 'pass'])
    await wearsAPicture()
    await wearsAPicture()
    await whatIsDue(3_000)
    expect(await me()).toMatchObject({ avatarCheck: 'passed', avatar: expect.any(String) })
  })
})
