import type { FapiaoTitle } from '@xiaopu/contract'
import { openedShop } from '../../testing/opened-shop'
import { CHEN } from '../../testing/stand'
import { COMPANY, PERSON } from './testing'

const { stand, shopper } = openedShop()

describe('titles', () => {
  const save = (title: object, isDefault = false, who = shopper) =>
    who.post<FapiaoTitle>('/v1/fapiao-titles', { ...title, isDefault })
  const titles = async (who = shopper) => (await who.get<{ titles: FapiaoTitle[] }>('/v1/fapiao-titles')).body.titles

  test('are kept once; there is one default as long as there is a title', async () => {
    const first = (await save(PERSON)).body
    expect(first).toMatchObject({ ...PERSON, isDefault: true })
    const second = (await save(COMPANY, true)).body
    await save({ ...COMPANY, phone: '021-1' })
    expect(await titles()).toMatchObject([
      { id: second.id, isDefault: true, phone: '021-1' },
      { id: first.id, isDefault: false },
    ])
    expect(await shopper.call('DELETE', `/v1/fapiao-titles/${second.id}`)).toMatchObject({ status: 204 })
    expect(await titles()).toMatchObject([{ id: first.id, isDefault: true }])
  })

  test('are twenty at most, however many come at once', async () => {
    const many = Array.from({ length: 23 }, (_, place) => save({ kind: 'personal', title: `抬头 ${place}` }))
    const answers = await Promise.all(many)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(await save({ kind: 'personal', title: '又一个' })).toMatchObject({
      status: 409,
      body: { code: 'fapiao_titles_full' },
    })
    expect((await titles()).filter(({ isDefault }) => isDefault)).toHaveLength(1)
  })

  test('of somebody else do not exist, and a wrong one changes nothing', async () => {
    const { id } = (await save(PERSON)).body
    const stranger = await stand().shopper(CHEN)
    expect(await titles(stranger)).toEqual([])
    const url = `/v1/fapiao-titles/${id}`
    expect(await stranger.call('DELETE', url)).toMatchObject({ status: 404 })
    expect(await stranger.call('PUT', url, { ...PERSON, isDefault: true })).toMatchObject({ status: 404 })
    const wrong = { ...COMPANY, taxNumber: '123', isDefault: true }
    expect(await shopper.call('PUT', url, wrong)).toMatchObject({ body: { fields: [{ path: 'body.taxNumber' }] } })
    expect(await titles()).toMatchObject([PERSON])
  })
})
