import type { MyData, Shopper, Upload } from '@xiaopu/contract'
import sharp from 'sharp'
import { form } from '../../testing/form'
import { APPID } from '../../testing/merchant'
import { CHEN, LIN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

/** Of WeChat's own documentation: its sample of a text that is found risky. */
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  shopper = await stand.shopper()
})

const me = async (by = shopper) => (await by.get<Shopper>('/v1/me')).body
const change = (body: object, by = shopper) => by.call<Shopper>('PUT', '/v1/me', body)
const phoneCode = async (person = LIN) =>
  (await stand.onPhone('/device/phone-number', { appid: APPID, person })).code as string
const bind = (code: string, by = shopper) => by.post<Shopper & { code?: string }>('/v1/me/phone', { code })

describe('a nickname', () => {
  test('is kept, on every phone, as one plain line', async () => {
    expect((await change({ nickname: ' 林\n小\u202e满 🌿 ' })).body).toMatchObject({ nickname: '林 小满 🌿' })
    expect(await me(await stand.shopper())).toMatchObject({ nickname: '林 小满 🌿' })
  })

  test.each([[null], [''], ['\u0000 \u202e ']])('%j is none', async (nickname) => {
    await change({ nickname: '林' })
    expect((await change({ nickname })).body).toMatchObject({ nickname: null })
  })

  test.each([[{ nickname: '好'.repeat(33) }], [{ nickname: 7 }], [{}], [{ name: '林' }]])(
    '%j is refused and nothing is written',
    async (body) => {
      await change({ nickname: '林' })
      expect(await change(body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
      expect(await me()).toMatchObject({ nickname: '林' })
    },
  )

  test('that WeChat finds risky is refused, and the one before stays; unread, it is kept', async () => {
    await change({ nickname: '林' })
    expect(await change({ nickname: RISKY })).toMatchObject({ status: 422, body: { code: 'text_refused' } })
    expect(await me()).toMatchObject({ nickname: '林' })
    stand.sandbox.control.fail({ endpoint: 'content.text', errcode: 61010 })
    expect((await change({ nickname: '小满' })).status).toBe(200)
  })

  test('does not touch what is not named', async () => {
    await change({ keepsHistory: false })
    await change({ nickname: '林' })
    expect(await me()).toMatchObject({ nickname: '林', keepsHistory: false })
    await change({ keepsHistory: true })
  })
})

describe('a picture of oneself', () => {
  const send = async (by = shopper) => {
    const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#c96f4a' } })
      .png()
      .toBuffer()
    const { payload, headers } = form([{ bytes }])
    return (await by.post<Upload>('/v1/uploads', payload, headers)).body
  }
  const claims = async () =>
    (await stand.database.execute('select id, claimed_by from gateway.uploads')).rows as {
      id: string
      claimed_by: string
    }[]

  test('is an own upload, and the one before is thrown away', async () => {
    const [first, second] = [await send(), await send()]
    expect((await change({ avatarUploadId: first.id })).body.avatar).toBe(first.picture.thumb)
    expect((await change({ avatarUploadId: second.id })).body.avatar).toBe(second.picture.thumb)
    expect(await claims()).toContainEqual({ id: first.id, claimed_by: 'nobody' })
    expect((await change({ avatarUploadId: second.id })).body.avatar).toBe(second.picture.thumb)
    expect((await change({ avatarUploadId: null })).body.avatar).toBeNull()
    expect(await claims()).toContainEqual({ id: second.id, claimed_by: 'nobody' })
  })

  test('is nobody else’s upload, and none that nobody sent', async () => {
    const theirs = await send(await stand.shopper(CHEN))
    for (const avatarUploadId of [theirs.id, 'no-such-upload']) {
      expect(await change({ avatarUploadId, nickname: '别人' })).toMatchObject({
        status: 400,
        body: { fields: [{ path: 'body.avatarUploadId' }] },
      })
    }
    expect(await me()).toMatchObject({ avatar: null })
    expect((await me()).nickname).not.toBe('别人')
  })
})

describe('the phone button', () => {
  afterEach(() => shopper.call('DELETE', '/v1/me/phone'))

  test('binds the number, which is shown masked and never whole', async () => {
    const bound = await bind(await phoneCode())
    expect(bound).toMatchObject({ status: 200, body: { phone: expect.stringMatching(/^1\d\d\*{4}\d{4}$/) } })
    expect(JSON.stringify(bound.body)).not.toMatch(/1\d{10}/)
    expect(await me()).toMatchObject({ phone: bound.body.phone })
  })

  test('gives a code that works once, for five minutes', async () => {
    const code = await phoneCode()
    await bind(code)
    expect(await bind(code)).toMatchObject({ status: 400, body: { code: 'phone_code_refused' } })
    const late = await phoneCode()
    stand.clock.pass(5 * 60_000)
    expect(await bind(late)).toMatchObject({ body: { code: 'phone_code_refused' } })
    expect((await me()).phone).not.toBeNull()
  })

  test('and the login button give different codes', async () => {
    expect(await bind(await stand.loginCode())).toMatchObject({ body: { code: 'phone_code_refused' } })
    expect(await me()).toMatchObject({ phone: null })
  })

  test.each([
    [45011, 429, 'rate_limited'],
    [-1, 503, 'wechat_unavailable'],
  ])('WeChat’s %i is a %i %s, and nothing is bound', async (errcode, status, code) => {
    stand.sandbox.control.fail({ endpoint: 'phone.number', errcode })
    expect(await bind(await phoneCode())).toMatchObject({ status, body: { code } })
    expect(await me()).toMatchObject({ phone: null })
  })

  test('may bind one number for two people: a family shares it, and nobody is told of the other', async () => {
    const chen = await stand.shopper(CHEN)
    const bound = [await bind(await phoneCode(LIN)), await bind(await phoneCode(LIN), chen)]
    expect(bound.map(({ status }) => status)).toEqual([200, 200])
    expect((await me()).phone).toBe((await me(chen)).phone)
    expect((await me()).id).not.toBe((await me(chen)).id)
    await chen.call('DELETE', '/v1/me/phone')
  })

  test('pressed twice at once binds once and is no error for the phone that came first', async () => {
    const code = await phoneCode()
    const statuses = (await Promise.all([bind(code), bind(code)])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 400])
    expect((await me()).phone).not.toBeNull()
  })

  test('can be taken back', async () => {
    await bind(await phoneCode())
    expect(await shopper.call('DELETE', '/v1/me/phone')).toMatchObject({ status: 200, body: { phone: null } })
    expect(await shopper.call('DELETE', '/v1/me/phone')).toMatchObject({ status: 200, body: { phone: null } })
  })
})

test('what is looked at is not kept once the shopper says so', async () => {
  const look = (productId: string) =>
    shopper.post('/v1/history', { views: [{ productId, at: stand.clock.now().toISOString() }] })
  const seen = async () => (await shopper.get<{ items: { productId: string }[] }>('/v1/history')).body.items
  await look('lamp')
  await change({ keepsHistory: false })
  expect((await look('cup')).status).toBe(204)
  expect((await seen()).map(({ productId }) => productId)).toEqual(['lamp'])
  await change({ keepsHistory: true })
  await look('cup')
  expect((await seen()).map(({ productId }) => productId)).toEqual(expect.arrayContaining(['cup', 'lamp']))
})

describe('what is kept of me', () => {
  test('is everything, in one document, and nobody else’s', async () => {
    const chen = await stand.shopper(CHEN)
    await change({ nickname: '晨' }, chen)
    await change({ nickname: '小满' })
    await bind(await phoneCode())
    await shopper.put('LAMP', 2)
    await shopper.call('PUT', '/v1/favourites', { productIds: ['lamp'] })
    const sent = await stand.sent(shopper, 'CUP-W')
    await shopper.post(`/v1/orders/${sent.id}/reviews`, {
      productId: 'cup',
      stars: 5,
      text: '杯子很好看',
      nickname: null,
    })
    const { body } = await shopper.get<MyData>('/v1/me/data')
    const { parts } = body as { parts: Record<string, unknown> }
    expect(parts.profile).toMatchObject({ nickname: '小满', phone: expect.stringMatching(/^\+86 1\d{10}$/) })
    expect(parts.cart).toMatchObject([{ skuId: 'LAMP', quantity: 2 }])
    expect(parts.favourites).toMatchObject([{ productId: 'lamp' }])
    expect(parts.orders).toMatchObject([{ number: sent.number, address: { name: expect.any(String) } }])
    expect(parts.payments).toMatchObject({ paid: [{ outTradeNo: sent.number, state: 'paid' }] })
    expect(parts.reviews).toMatchObject({ reviews: [{ text: '杯子很好看' }] })
    const text = JSON.stringify(body)
    expect(text).not.toContain('晨')
    expect(text).not.toMatch(/session_?key|token_?hash/i)
    const { rows } = await stand.database.execute('select openid from gateway.shoppers')
    for (const { openid } of rows) expect(text).not.toContain(openid)
  })

  test('is for who is signed in', async () => {
    expect(await stand.visitor().get('/v1/me/data')).toMatchObject({ status: 401 })
  })
})
