import { BackendUnavailable } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { ProductPage, Suggestion } from '@xiaopu/contract'
import { Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'
let stand: Stand
let visitor: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
  visitor = stand.visitor()
})
afterAll(() => stand.close())

async function suggested(q: string, headers?: Record<string, string>) {
  const url = `/v1/search/suggestions?q=${encodeURIComponent(q)}`
  const { body } = await visitor.get<{ suggestions: Suggestion[] }>(url, headers)
  return body.suggestions.map((one) => ('words' in one ? one.words : one.name))
}
const found = async (q: string) => (await visitor.get<ProductPage>(`/v1/products?q=${encodeURIComponent(q)}`)).body

describe('suggestions', () => {
  test.each(['花', '花瓶', 'hua', 'huaping', 'hp', 'huapign'])('%s leads to 花瓶', async (typed) => {
    expect(await suggested(typed)).toContain('花瓶')
  })

  test('are in the language asked for', async () => {
    expect(await suggested('cla', { 'accept-language': 'en' })).toEqual(expect.arrayContaining(['clay', 'Clay cup']))
  })

  test('name categories, too', async () => {
    expect(await suggested('礼')).toContain('礼物')
  })

  test('of nonsense are none, and of nothing are refused', async () => {
    expect(await suggested('qqqqqq')).toEqual([])
    expect(await visitor.get('/v1/search/suggestions?q=%20')).toMatchObject({ status: 400 })
    expect(await visitor.get(`/v1/search/suggestions?q=${'a'.repeat(41)}`)).toMatchObject({ status: 400 })
  })

  test('are those of before while the shop system is away', async () => {
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    let away = false
    const categories: typeof backend.catalog.categories = async (context) => {
      if (away) throw new BackendUnavailable('down')
      return backend.catalog.categories(context)
    }
    await stand.gateway.close()
    await stand.start({ backend: { ...backend, catalog: { ...backend.catalog, categories } } })
    expect(await suggested('花瓶')).toContain('花瓶')
    away = true
    stand.clock.pass(11 * 60_000)
    expect(await suggested('花瓶')).toContain('花瓶')
    await stand.gateway.close()
    await stand.start()
  })
})

describe('a search', () => {
  test('by pinyin, initials or a slip of the finger finds what was meant, and says so', async () => {
    for (const typed of ['huaping', 'hp', 'huapnig']) {
      expect(await found(typed)).toMatchObject({ searchedFor: '花瓶', items: [{ id: 'vase' }] })
    }
  })

  test('that finds something is left alone', async () => {
    expect(await found('花瓶')).toMatchObject({ searchedFor: null, items: [{ id: 'vase' }] })
  })

  test('for nonsense finds nothing, and does not pretend', async () => {
    expect(await found('qqqqqq')).toMatchObject({ searchedFor: null, items: [], total: 0 })
  })
})

describe('hot words', () => {
  const hot = async () => (await visitor.get<{ words: string[] }>('/v1/search/hot')).body.words

  test('are what the catalogue is about, until the merchant says something else', async () => {
    expect((await hot()).length).toBeGreaterThan(2)
    const owner = stand.visitor()
    owner.token = OWNER_TOKEN
    const put = (words: string[]) => owner.call('PUT', '/v1/merchant/hot-words', { words })
    expect(await put(['送礼', '灯'])).toMatchObject({ status: 204 })
    expect(await hot()).toEqual(['送礼', '灯'])
    expect(await put(['x'.repeat(21)])).toMatchObject({ status: 400 })
    await put([])
    expect((await hot()).length).toBeGreaterThan(2)
  })

  test('are set by nobody else', async () => {
    expect(await visitor.call('PUT', '/v1/merchant/hot-words', { words: ['x'] })).toMatchObject({ status: 401 })
  })
})
