import type { SavedAddress } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.database.execute('truncate gateway.addresses')
  shopper = await stand.shopper()
})

const address = (detail: string, isDefault = false) => ({ ...ADDRESS, detail, isDefault })
const save = (detail: string, isDefault = false, by = shopper) =>
  by.post<SavedAddress>('/v1/addresses', address(detail, isDefault))
async function book(of = shopper) {
  stand.clock.pass(1_000)
  const { body } = await of.get<{ addresses: SavedAddress[] }>('/v1/addresses')
  return body.addresses.map(({ detail, isDefault }) => (isDefault ? `* ${detail}` : detail))
}

describe('an address book', () => {
  test('is for who is signed in, and empty at first', async () => {
    expect(await stand.visitor().get('/v1/addresses')).toMatchObject({ status: 401 })
    expect(await book()).toEqual([])
  })

  test.each([
    ['without a name', { name: ' ' }],
    ['with a telephone that is none', { phone: 'call me' }],
    ['with a detail that never ends', { detail: '弄'.repeat(201) }],
    ['with something nobody asked for', { shopperId: 'somebody' }],
  ])('takes no address %s', async (_, wrong) => {
    const answer = await shopper.post('/v1/addresses', { ...address('1 号'), ...wrong })
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect(await book()).toEqual([])
  })

  test('has one default: the first, until another is', async () => {
    await save('1 号')
    expect(await book()).toEqual(['* 1 号'])
    await save('2 号')
    await save('3 号', true)
    expect(await book()).toEqual(['* 3 号', '2 号', '1 号'])
    const [, two] = (await shopper.get<{ addresses: SavedAddress[] }>('/v1/addresses')).body.addresses
    await shopper.call('PUT', `/v1/addresses/${two!.id}`, address('2 号乙', true))
    expect(await book()).toEqual(['* 2 号乙', '3 号', '1 号'])
  })

  test('a default that goes leaves another', async () => {
    const { body } = await save('1 号')
    await save('2 号')
    expect(await shopper.call('DELETE', `/v1/addresses/${body.id}`)).toMatchObject({ status: 204 })
    expect(await book()).toEqual(['* 2 号'])
    expect(await shopper.call('DELETE', `/v1/addresses/${body.id}`)).toMatchObject({ status: 404 })
  })

  test('does not take the same one twice, as when WeChat’s is chosen again', async () => {
    const [one, again] = [await save('1 号'), await save('1 号')]
    expect(again.body.id).toBe(one.body.id)
    expect(await book()).toEqual(['* 1 号'])
  })

  test('of somebody else is shut', async () => {
    const { body } = await save('1 号')
    const chen = await stand.shopper(CHEN)
    expect(await chen.call('PUT', `/v1/addresses/${body.id}`, address('偷'))).toMatchObject({ status: 404 })
    expect(await chen.call('DELETE', `/v1/addresses/${body.id}`)).toMatchObject({ status: 404 })
    expect(await book(chen)).toEqual([])
    expect(await book()).toEqual(['* 1 号'])
  })

  test('is full at thirty, and two phones cannot make it thirty-one', async () => {
    for (let n = 1; n <= 29; n++) await save(`${n} 号`)
    const answers = await Promise.all([save('甲 号', true), save('乙 号', true)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'address_book_full' })
    const all = await book()
    expect(all).toHaveLength(30)
    expect(all.filter((one) => one.startsWith('*'))).toHaveLength(1)
  })

  test('keeps emoji, Arabic and very long names as they are', async () => {
    const name = '👩‍👩‍👧 مرحبا 阿卜杜拉·买买提'
    const { body } = await shopper.post<SavedAddress>('/v1/addresses', { ...address('1 号'), name })
    expect(body.name).toBe(name)
  })
})

test('a pasted text is read for anybody, and kept nowhere', async () => {
  const text = '张三 13800138000 广东省深圳市南山区科技园路1号'
  const answer = await stand.visitor().post('/v1/addresses/parse', { text })
  expect(answer.body).toMatchObject({ name: '张三', phone: '13800138000', district: '南山区', nationalCode: '440305' })
  expect(stand.log.join('')).not.toContain('13800138000')
})

test('the regions have every province, and may be kept by a phone for a day', async () => {
  const { body, headers } = await stand.visitor().get<{ regions: { name: string }[] }>('/v1/regions')
  expect(body.regions).toHaveLength(34)
  expect(headers['cache-control']).toContain('max-age=86400')
})
