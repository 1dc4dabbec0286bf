import type { MagentoStandIn } from '../stand-in'
import { graphql, signed } from '../testing/client'
import { guestCart, newCustomer, openShop } from '../testing/open-shop'

describe('what Magento lets in', () => {
  let magento: MagentoStandIn
  beforeAll(async () => {
    magento = await openShop()
  })
  afterEach(() => magento.control.disarm())
  afterAll(() => magento.close())
  const ask = (query: string, headers: Record<string, string> = {}, variables = {}) =>
    graphql(magento.url, query, variables, headers)

  test('a field that the schema does not have is refused, with HTTP 200', async () => {
    const { status, data, errors } = await ask('{ storeConfig { wechat } }')
    expect([status, data]).toEqual([200, null])
    expect(errors[0]!.message).toContain('Cannot query field "wechat"')
  })
  test('a document that is no document is refused', async () => {
    expect((await ask('{ storeConfig {')).errors).toHaveLength(1)
    expect((await ask('')).errors[0]!.extensions!.category).toBe('graphql-input')
  })
  test('a field the stand-in does not model is said, not answered with null', async () => {
    const { errors } = await ask('{ storeConfig { grid_per_page head_includes } }')
    expect(errors[0]!.message).toBe('The stand-in does not model StoreConfig.head_includes')
  })
  test('more than 300 fields are too complex', async () => {
    const fields = Array.from({ length: 300 }, (_, index) => `a${index}: locale`).join(' ')
    const { errors } = await ask(`{ storeConfig { ${fields} } }`)
    expect(errors[0]!.message).toBe('Max query complexity should be 300 but got 301.')
  })
  test('more than twenty levels are too deep', async () => {
    const nested = (levels: number): string => (levels === 0 ? 'uid' : `children { ${nested(levels - 1)} }`)
    const query = (levels: number) => `{ categories { items { ${nested(levels)} } } }`
    expect((await ask(query(18))).errors).toEqual([])
    expect((await ask(query(19))).errors[0]!.message).toContain('Max query depth should be 20')
  })
  test('a store nobody knows is refused; a known one speaks its language', async () => {
    expect((await ask('{ storeConfig { locale } }', { store: 'fr' })).errors[0]!.message).toBe(
      'Requested store is not found',
    )
    expect((await ask('{ storeConfig { locale } }', { store: 'en' })).data.storeConfig.locale).toBe('en_US')
  })
  test('a currency the shop does not have is refused', async () => {
    const refused = await ask('{ storeConfig { locale } }', { 'content-currency': 'USD' })
    expect(refused.errors[0]!.message).toBe('Please correct the target currency')
    expect((await ask('{ storeConfig { locale } }', { 'content-currency': 'CNY' })).errors).toEqual([])
  })
  test('a query may be a GET, and has a cache id that a customer has another of', async () => {
    const get = (headers = {}) =>
      fetch(`${magento.graphqlUrl}?query=${encodeURIComponent('{ storeConfig { locale } }')}`, { headers })
    const anybody = await get()
    expect(await anybody.json()).toEqual({ data: { storeConfig: { locale: 'zh_Hans_CN' } } })
    const customer = await get(await newCustomer(magento, 'cache@shop.example'))
    const [one, other] = [anybody, customer].map(({ headers }) => headers.get('x-magento-cache-id'))
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(other).not.toBe(one)
  })
  test('a mutation may not be a GET', async () => {
    const query = encodeURIComponent('mutation { createGuestCart { cart { id } } }')
    const answer = (await (await fetch(`${magento.graphqlUrl}?query=${query}`)).json()) as {
      errors: { message: string }[]
    }
    expect(answer.errors[0]!.message).toBe('Mutation requests allowed only for POST requests')
  })
  test('introspection is refused where the merchant has turned it off', async () => {
    expect((await ask('{ __schema { queryType { name } } }')).errors).toEqual([])
    magento.control.configure({ introspection: false })
    expect((await ask('{ __schema { queryType { name } } }')).errors[0]!.message).toContain(
      'introspection is not allowed',
    )
    magento.control.configure({ introspection: true })
  })

  describe('who somebody is', () => {
    const CART = '{ customerCart { id } }'
    test('a token nobody issued is refused', async () => {
      const { errors } = await ask(CART, { authorization: 'Bearer made-up' })
      expect(errors[0]!.extensions!.category).toBe('graphql-authentication')
    })
    test("the integration's token is no bearer token", async () => {
      expect((await ask(CART, { authorization: 'Bearer at-0001' })).errors).toHaveLength(1)
    })
    test('a token is over after an hour', async () => {
      const headers = await newCustomer(magento, 'hour@shop.example')
      magento.control.advance(3_599_000)
      expect((await ask(CART, headers)).errors).toEqual([])
      magento.control.advance(1_000)
      expect((await ask(CART, headers)).errors[0]!.extensions!.category).toBe('graphql-authentication')
    })
    test('with the switch, whose token is over is a guest: reads answer, the cart does not', async () => {
      const headers = await newCustomer(magento, 'guest@shop.example')
      magento.control.advance(3_600_000)
      magento.control.arm({ kind: 'expiredTokenAsGuest' }, 'always')
      expect((await ask('{ storeConfig { locale } }', headers)).errors).toEqual([])
      expect((await ask(CART, headers)).errors[0]!.extensions!.category).toBe('graphql-authorization')
    })
    test('where the merchant wants it, an authorisation error is a 401 or a 403', async () => {
      magento.control.configure({ authorisationErrorsAs: 401 })
      expect((await ask(CART)).status).toBe(403)
      expect((await ask(CART, { authorization: 'Bearer made-up' })).status).toBe(401)
      magento.control.configure({ authorisationErrorsAs: 200 })
    })
    test("one customer's cart is no other's, nor a guest's", async () => {
      const [one, other] = [await newCustomer(magento, 'a@shop.example'), await newCustomer(magento, 'b@shop.example')]
      const { data } = await ask(CART, one)
      const read = (headers = {}) =>
        ask('query Cart($id: String!) { cart(cart_id: $id) { id } }', headers, { id: data.customerCart.id })
      expect((await read(one)).errors).toEqual([])
      expect((await read(other)).errors[0]!.extensions!.category).toBe('graphql-authorization')
      expect((await read()).errors[0]!.extensions!.category).toBe('graphql-authorization')
    })
    test('the exchange of a customer for a token needs the signature of the integration', async () => {
      const EXCHANGE = `mutation Exchange($c: CustomerCreateInput!) { exchangeExternalCustomerToken(input: { customer: $c }) { token customer { email } } }`
      const variables = { c: { email: 'wx.x@shop.example', firstname: '五', lastname: '王' } }
      expect((await ask(EXCHANGE, {}, variables)).errors[0]!.extensions!.category).toBe('graphql-authorization')
      const authorization = signed('POST', magento.graphqlUrl)
      const { data } = await ask(EXCHANGE, { authorization }, variables)
      const { token } = data.exchangeExternalCustomerToken
      expect((await ask(CART, { authorization: `Bearer ${token}` })).errors).toEqual([])
    })
  })

  test('only Adobe Commerce 2.4.9 has the exchange', async () => {
    const other = await openShop({ profile: { version: '2.4.9', edition: 'opensource' } })
    const query = `mutation { exchangeExternalCustomerToken(input: { customer: { email: "a@shop.example", firstname: "a", lastname: "b" } }) { token } }`
    const { errors } = await graphql(other.url, query, {}, { authorization: signed('POST', other.graphqlUrl) })
    expect(errors[0]!.message).toContain('Cannot query field')
    await other.close()
  })

  test('every request is in the log', async () => {
    magento.control.clearRequests()
    await guestCart(magento)
    expect(magento.control.requests()).toEqual([
      {
        method: 'POST',
        path: '/graphql',
        operations: ['createGuestCart'],
        operationName: null,
        variables: {},
        headers: { store: null, currency: null, authorization: 'none' },
        status: 200,
      },
    ])
  })
})
