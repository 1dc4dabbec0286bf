import type { HiredStaffMember, Home, HomeDocument, HomeVersion, HomeWorkbench } from '@xiaopu/contract'
import { newServerDatabase, serverUrl } from '../../testing/server-database'
import { Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'
const HOUR = 3_600_000

let stand: Stand
let owner: Visitor
let server: Awaited<ReturnType<typeof newServerDatabase>> | undefined
beforeAll(async () => {
  server = serverUrl ? await newServerDatabase() : undefined
  stand = await Stand.open({ ownerToken: OWNER_TOKEN }, await server?.open())
  owner = stand.visitor()
  owner.token = OWNER_TOKEN
})
afterAll(async () => {
  await stand.close()
  await server?.drop()
})
beforeEach(async () => {
  await stand.database.execute(
    'truncate gateway.home_versions, gateway.home_draft, gateway.home_previews, gateway.staff, gateway.merchant_acts',
  )
})

/** A page that is told from others by its one row. */
const page = (title: string, products = ['lamp']): HomeDocument => ({
  blocks: [{ type: 'product_row', title: { 'zh-CN': title }, products }],
})
const AT = '/v1/merchant/home'
const bench = async (by = owner) => (await by.get<HomeWorkbench>(AT)).body
const titles = ({ blocks }: Home) => blocks.map((block) => ('title' in block ? block.title : block.type))
const shown = async () => titles((await stand.visitor().get<Home>('/v1/home')).body)
const save = (document: unknown, given: object = {}, by = owner) =>
  by.call<{ revision: number; warnings: unknown[] }>('PUT', `${AT}/draft`, {
    document,
    basedOn: 0,
    revision: 0,
    ...given,
  })
const publish = (revision: number, publishAt: string | null = null, by = owner) =>
  by.post<HomeVersion>(`${AT}/publish`, { revision, publishAt, note: '' })
/** Saves and publishes, knowing how things stand. */
async function published(title: string, publishAt: string | null = null): Promise<HomeVersion> {
  const { newest, revision } = await bench()
  const saved = await save(page(title), { basedOn: newest, revision })
  const { status, body } = await publish(saved.body.revision, publishAt)
  expect(status).toBe(201)
  return body
}
const fromNow = (ms: number) => new Date(stand.clock.ms() + ms).toISOString()
async function hired(): Promise<Visitor> {
  const visitor = stand.visitor()
  visitor.token = (await owner.post<HiredStaffMember>('/v1/merchant/staff', { name: '小林', role: 'staff' })).body.token
  return visitor
}

describe('the workbench', () => {
  test('is shut to shoppers', async () => {
    for (const visitor of [stand.visitor(), await stand.shopper()]) {
      expect(await visitor.get(AT)).toMatchObject({ status: 401, body: { code: 'staff_required' } })
      expect(await save(page('改'), {}, visitor)).toMatchObject({ status: 401 })
      expect(await publish(1, null, visitor)).toMatchObject({ status: 401 })
      expect(await visitor.post(`${AT}/previews`, { version: null })).toMatchObject({ status: 401 })
    }
    expect(await bench()).toMatchObject({ draft: null, revision: 0 })
  })

  test('begins with the page the catalogue makes of itself, and that can be published as it is', async () => {
    const { document, ...rest } = await bench()
    expect(rest).toEqual({ shownFrom: 'catalogue', newest: 0, current: 0, revision: 0, draft: null })
    expect(await save(document)).toMatchObject({ status: 200, body: { warnings: [] } })
  })

  test('staff write and publish, and the page says who', async () => {
    const lin = await hired()
    const { body } = await save(page('小林的首页'), {}, lin)
    expect(await shown()).not.toContain('小林的首页')
    expect(await publish(body.revision, null, lin)).toMatchObject({
      status: 201,
      body: { number: 1, state: 'current', publishedBy: { name: '小林' } },
    })
    expect(await shown()).toEqual(['小林的首页'])
    const { body: acts } = await owner.get<{ items: { act: string }[] }>('/v1/merchant/acts')
    expect(acts.items.map(({ act }) => act)).toEqual(expect.arrayContaining(['saveHomeDraft', 'publishHome']))
    expect(await bench()).toMatchObject({ shownFrom: 'gateway', newest: 1, current: 1, draft: null })
  })
})

describe('a draft', () => {
  test('that is no page is refused with its place, and nothing is written', async () => {
    const wrong = { blocks: [{ type: 'shortcuts', items: [{ target: { product: 'a b' } }] }] }
    expect(await save(wrong)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path: 'body.document.blocks[0].items[0].target.product' }] },
    })
    expect(await bench()).toMatchObject({ draft: null, revision: 0 })
  })

  test('is checked without being kept: what is wrong, and what would not be shown', async () => {
    const check = async (document: unknown) => (await owner.post(`${AT}/check`, { document })).body
    expect(await check({ blocks: [{ type: 'hero' }] })).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path: 'blocks[0].title' })]),
    })
    expect(await check('text')).toMatchObject({ problems: [{ path: 'document' }] })
    expect(await check({ ...page('一', ['lamp', 'gone']) })).toEqual({
      problems: [],
      warnings: [{ path: 'blocks[0].products[1]', message: 'there is no product gone to be shown' }],
    })
    const strip = { type: 'coupon_strip', campaigns: ['no-such'] }
    expect(await check({ blocks: [strip, { type: 'store_card', store: 'sh-anfu' }] })).toMatchObject({
      warnings: [{ path: 'blocks[0].campaigns[0]' }, { path: 'blocks[0]', message: expect.stringMatching(/nothing/) }],
    })
    expect(await bench()).toMatchObject({ draft: null, revision: 0 })
  })

  test('of two who save at the same moment, one is told, and overwrites nothing', async () => {
    const answers = await Promise.all([save(page('甲')), save(page('乙'))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { revision } = await bench()
    const again = await Promise.all([save(page('甲'), { revision }), save(page('乙'), { revision })])
    expect(again.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(again.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'home_changed' })
  })

  test('cannot be based on a version that is not there', async () => {
    expect(await save(page('一'), { basedOn: 7 })).toMatchObject({ status: 409 })
  })
})

describe('publishing', () => {
  test('twice at the same moment publishes once', async () => {
    const { revision } = (await save(page('一'))).body
    const answers = await Promise.all([publish(revision), publish(revision)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await stand.count('gateway.home_versions')).toBe(1)
  })

  test('and rolling back at the same moment: one of the two comes next', async () => {
    await published('一')
    await published('二')
    const { revision } = await bench()
    const saved = await save(page('三'), { basedOn: 2, revision })
    const answers = await Promise.all([
      publish(saved.body.revision),
      owner.post(`${AT}/versions/1/restore`, { basedOn: 2 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await stand.count('gateway.home_versions')).toBe(3)
  })

  test('what is based on an older version than the newest is refused, and the draft stays', async () => {
    await published('一')
    const { revision } = await bench()
    const stale = await save(page('慢'), { basedOn: 0, revision })
    expect(await publish(stale.body.revision)).toMatchObject({ status: 409, body: { code: 'home_changed' } })
    expect(await shown()).toEqual(['一'])
    const { draft, newest } = await bench()
    const anew = await save(draft!.document, { basedOn: newest, revision: stale.body.revision })
    expect(await publish(anew.body.revision)).toMatchObject({ status: 201, body: { number: 2 } })
  })

  test('another draft than the one that was meant is refused; without a draft there is nothing to publish', async () => {
    const { revision } = (await save(page('一'))).body
    expect(await publish(revision + 1)).toMatchObject({ status: 409 })
    await publish(revision)
    expect(await publish(revision + 1)).toMatchObject({ status: 404 })
  })

  test('for later is shown then, whatever was published in between', async () => {
    await published('今天')
    expect(await published('周五', fromNow(HOUR))).toMatchObject({ number: 2, state: 'scheduled' })
    expect(await published('改了今天')).toMatchObject({ number: 3, state: 'current' })
    expect(await shown()).toEqual(['改了今天'])
    stand.clock.pass(HOUR)
    expect(await shown()).toEqual(['周五'])
    const { body } = await owner.get<{ items: HomeVersion[] }>(`${AT}/versions`)
    expect(body.items.map(({ number, state }) => [number, state])).toEqual([
      [3, 'past'],
      [2, 'current'],
      [1, 'past'],
    ])
  })

  test('for a time that is over, or in years, is refused with the field', async () => {
    const { revision } = (await save(page('一'))).body
    for (const at of [fromNow(-1), fromNow(0), fromNow(400 * 24 * HOUR)]) {
      expect(await publish(revision, at)).toMatchObject({ status: 400, body: { fields: [{ path: 'body.publishAt' }] } })
    }
    expect(await bench()).toMatchObject({ newest: 0, draft: { document: page('一') } })
  })

  test('what was planned can be called off until it is shown', async () => {
    await published('今天')
    await published('周五', fromNow(HOUR))
    const withdraw = (number: number) => owner.post<HomeVersion>(`${AT}/versions/${number}/withdraw`)
    expect(await withdraw(2)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
    stand.clock.pass(2 * HOUR)
    expect(await shown()).toEqual(['今天'])
    expect(await withdraw(1)).toMatchObject({ status: 409 })
    expect(await withdraw(9)).toMatchObject({ status: 404 })
  })

  test('any version can be had back, as a new one', async () => {
    await published('一')
    await published('二')
    expect(await owner.post(`${AT}/versions/1/restore`, { basedOn: 2 })).toMatchObject({
      status: 201,
      body: { number: 3, restoredFrom: 1, state: 'current' },
    })
    expect(await shown()).toEqual(['一'])
    expect(await owner.get(`${AT}/versions/2`)).toMatchObject({ body: { state: 'past', document: page('二') } })
    expect(await owner.post(`${AT}/versions/9/restore`, { basedOn: 3 })).toMatchObject({ status: 404 })
    expect(await owner.post(`${AT}/versions/2/restore`, { basedOn: 2 })).toMatchObject({ status: 409 })
  })

  test('leaves a history that is read page by page', async () => {
    for (const title of ['一', '二', '三']) await published(title)
    const first = await owner.get<{ items: HomeVersion[]; nextCursor: string }>(`${AT}/versions?limit=2`)
    const second = await owner.get<{ items: HomeVersion[] }>(`${AT}/versions?limit=2&cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ number }) => number)).toEqual([3, 2, 1])
  })
})

describe('a preview', () => {
  const token = async (version: number | null = null) =>
    (await owner.post<{ token: string }>(`${AT}/previews`, { version })).body.token
  const look = (key: string) => stand.visitor().get<Home>(`/v1/home/preview?token=${key}`)

  test('shows who has its token the draft as it is now, and nobody keeps a copy', async () => {
    const { revision } = (await save(page('草稿'))).body
    const key = await token()
    const seen = await look(key)
    expect(titles(seen.body)).toEqual(['草稿'])
    expect(seen.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(await shown()).not.toContain('草稿')
    await save(page('改过的草稿'), { revision })
    expect(titles((await look(key)).body)).toEqual(['改过的草稿'])
    await publish(revision + 1)
    expect(await look(key)).toMatchObject({ status: 404 })
  })

  test('of a version shows that version, also one that is planned', async () => {
    await published('周五', fromNow(HOUR))
    expect(titles((await look(await token(1))).body)).toEqual(['周五'])
    expect(await owner.post(`${AT}/previews`, { version: 9 })).toMatchObject({ status: 404 })
  })

  test('is over after a day, cannot be guessed, and is in no table and no log', async () => {
    await save(page('草稿'))
    const key = await token()
    await look(key)
    expect(await look(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toMatchObject({ status: 404 })
    expect(await look('short')).toMatchObject({ status: 400 })
    const { rows } = await stand.database.execute('select p::text from gateway.home_previews p')
    expect(JSON.stringify(rows) + stand.log.join('')).not.toContain(key)
    stand.clock.pass(24 * HOUR)
    expect(await look(key)).toMatchObject({ status: 404 })
    await stand.gateway.runJobsOnce()
  })
})
