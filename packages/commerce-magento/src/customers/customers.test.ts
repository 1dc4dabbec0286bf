import { BackendUnavailable } from '@xiaopu/commerce'
import type { MagentoProfile } from '@xiaopu/magento-stand-in'
import { createLeases } from '../locks/leases'
import { createIds } from '../mapping/ids'
import type { LoginStrategyName } from '../options'
import type { Shop } from '../shop'
import { newShopper, orderFor, placed } from '../testing/shopping'
import { INTEGRATION, openStand, type Stand } from '../testing/stand'
import { MagentoMisconfigured } from '../transport/errors'
import { createRestClient } from '../transport/rest'
import { createWire } from '../transport/wire'
import { createAccounts } from './account'
import { passwordOf } from './strategies'

describe('a way to log shoppers in is found', () => {
  const profiles: [MagentoProfile, LoginStrategyName][] = [
    [{ version: '2.4.9', edition: 'opensource' }, 'token-endpoint'],
    [{ version: '2.4.8', edition: 'opensource' }, 'password'],
    [{ version: '2.4.7', edition: 'opensource' }, 'password'],
  ]
  test.each(profiles)('on %j it is %s', async (profile, expected) => {
    const stand = await openStand({ profile })
    try {
      const { backend, control } = stand
      expect(backend.loginStrategy()).toBeNull()
      const shopper = newShopper()
      const order = await placed(backend, shopper, { STOOL: 1 })
      expect(backend.loginStrategy()).toBe(expected)
      expect(control.order(order.number)!.customerId).toBe(control.customers()[0]!.id)
    } finally {
      await stand.close()
    }
  })

  test('Adobe Commerce’s exchange is one, and must name the shopper', async () => {
    const stand = await openStand({ profile: { version: '2.4.9', edition: 'commerce' } })
    try {
      const exchanging = stand.another({ login: 'exchange' })
      await placed(exchanging, newShopper(), { STOOL: 1 })
      expect(exchanging.loginStrategy()).toBe('exchange')
      expect(stand.control.customers()).toHaveLength(1)
    } finally {
      await stand.close()
    }
  })

  test('our own module is asked before a password is used', async () => {
    const stand = await openStand({ profile: { version: '2.4.8', edition: 'opensource' } })
    try {
      const asked: string[] = []
      const watching = stand.another({
        fetch: (input, init) => {
          asked.push(String(input))
          return fetch(input, init)
        },
      })
      await placed(watching, newShopper(), { STOOL: 1 })
      const paths = asked.map((url) => new URL(url).pathname).filter((path) => path.endsWith('/token'))
      expect(paths.map((path) => path.replace(/\/\d+\//, '/:id/'))).toEqual([
        '/rest/default/V1/customers/:id/token',
        '/rest/default/V1/xiaopu/customers/:id/token',
      ])
    } finally {
      await stand.close()
    }
  })

  test('our own module is chosen where it is installed, and then asked first', async () => {
    const settings = { module: { emailDomain: 'wx.shop.example' }, captcha: true }
    const stand = await openStand({ profile: { version: '2.4.7', edition: 'opensource' }, settings })
    try {
      const order = await placed(stand.backend, newShopper(), { STOOL: 1 })
      expect(stand.backend.loginStrategy()).toBe('module')
      expect(stand.control.order(order.number)!.customerId).toBe(stand.control.customers()[0]!.id)
      stand.control.clearRequests()
      await placed(stand.backend, newShopper(), { STOOL: 1 })
      const asked = stand.control.requests().map(({ path }) => path)
      expect(asked.filter((path) => path.endsWith('/token'))).toEqual([
        expect.stringContaining('/V1/xiaopu/customers/'),
      ])
    } finally {
      await stand.close()
    }
  })

  test('our own module that has been told of another e-mail domain opens no account', async () => {
    const settings = { module: { emailDomain: 'wx.other.example' } }
    const stand = await openStand({ profile: { version: '2.4.7', edition: 'opensource' }, settings })
    try {
      const choosing = stand.another({ login: 'module' })
      await expect(orderFor(choosing, newShopper(), { STOOL: 1 })).rejects.toThrow(MagentoMisconfigured)
      await placed(stand.backend, newShopper(), { STOOL: 1 })
      expect(stand.backend.loginStrategy()).toBe('password')
    } finally {
      await stand.close()
    }
  })

  test('a shopper who has another password at the website gets the derived one put back', async () => {
    const stand = await openStand({ profile: { version: '2.4.7', edition: 'opensource' } })
    try {
      const shopper = newShopper()
      await placed(stand.backend, shopper, { STOOL: 1 })
      const [customer] = stand.control.customers()
      stand.control.changePassword(customer!.email, 'Another1!')
      // Another process has no token of before.
      const restarted = stand.another()
      const order = await placed(restarted, shopper, { STOOL: 1 })
      expect(stand.control.order(order.number)!.customerId).toBe(customer!.id)
      expect(stand.control.customers()).toMatchObject([{ email: customer!.email, firstname: '顾客', lastname: '微信' }])
      const put = stand.control.requests().filter(({ method }) => method === 'PUT')
      expect(put).toHaveLength(1)
      // It is the shopper's again: the next login needs no repair.
      stand.control.clearRequests()
      await placed(stand.another(), shopper, { STOOL: 1 })
      expect(stand.control.requests().filter(({ method }) => method === 'PUT')).toEqual([])
    } finally {
      await stand.close()
    }
  })

  test('a CAPTCHA at the login is the merchant’s to switch off, and the message says so', async () => {
    const stand = await openStand({ profile: { version: '2.4.8', edition: 'opensource' }, settings: { captcha: true } })
    try {
      const quoting = orderFor(stand.backend, newShopper(), { STOOL: 1 })
      await expect(quoting).rejects.toThrow(/CAPTCHA/)
      await expect(quoting).rejects.toThrow(BackendUnavailable)
    } finally {
      await stand.close()
    }
  })
})

describe('accounts', () => {
  let stand: Stand
  beforeAll(async () => {
    stand = await openStand()
  })
  afterAll(() => stand.close())

  test('one shopper is one customer, however many ask at once', async () => {
    const shopper = newShopper()
    const before = stand.control.customers().length
    const another = stand.another()
    await Promise.all([
      orderFor(stand.backend, shopper, { STOOL: 1 }),
      orderFor(another, shopper, { STOOL: 1 }),
      orderFor(stand.backend, shopper, { LAMP: 1 }),
    ])
    expect(stand.control.customers()).toHaveLength(before + 1)
  })

  test('the address is on the merchant’s domain and says nothing of the shopper', async () => {
    const shopper = newShopper()
    await orderFor(stand.backend, shopper, { STOOL: 1 })
    const { email } = stand.control.customers().at(-1)!
    expect(email).toMatch(/^wx\.[0-9a-f]{12}\.[0-9a-f]{16}@wx\.shop\.example$/)
    expect(email).not.toContain(shopper.customer.id)
  })

  test('the answer to making the account is lost: another is made, the first is nobody’s', async () => {
    const shopper = newShopper()
    const before = stand.control.customers().length
    stand.control.arm({ kind: 'dropAfter', operation: 'POST /V1/customers' })
    await expect(orderFor(stand.backend, shopper, { STOOL: 1 })).rejects.toThrow(BackendUnavailable)
    await orderFor(stand.backend, shopper, { STOOL: 1 })
    expect(stand.control.customers()).toHaveLength(before + 2)
  })

  describe('an e-mail that somebody else has', () => {
    const rest = () =>
      createRestClient({
        url: `${stand.magento.url}/rest/default`,
        wire: createWire(fetch),
        timeouts: { read: 5_000, write: 5_000, placeOrder: 5_000 },
        integration: INTEGRATION,
        clock: () => new Date(),
      })
    const accountsWith = (nonces: string[]) => {
      const { database } = stand
      const shop = { database, clock: () => new Date(), rest: rest(), ids: createIds(database.db) } as unknown as Shop
      return createAccounts({
        shop,
        leases: createLeases(database.db),
        domain: 'wx.shop.example',
        passwordFor: (email) => passwordOf(INTEGRATION, email),
        nonce: () => nonces.shift() ?? 'feedfacefeedface',
      })
    }

    test('never logs a shopper into that account: another address is made', async () => {
      const customerId = newShopper().customer.id
      const [first] = await emailsOf(accountsWith(['aaaaaaaaaaaaaaaa']), customerId)
      // Another shopper's shop would make the very same address: our table has forgotten, Magento has not.
      await stand.database.execute('delete from magento.customers')
      const stranger = stand.control.customers().find(({ email }) => email === first)!
      const account = await accountsWith(['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb']).of(customerId)
      expect(account.magentoId).not.toBe(stranger.id)
      expect(account.email).toContain('bbbbbbbbbbbbbbbb')
    })

    test('and where every address is taken, nobody is logged in at all', async () => {
      const customerId = newShopper().customer.id
      const taken = ['cccccccccccccccc', 'cccccccccccccccc', 'cccccccccccccccc', 'cccccccccccccccc']
      await accountsWith([...taken]).of(customerId)
      await stand.database.execute('delete from magento.customers')
      await expect(accountsWith([...taken]).of(customerId)).rejects.toThrow(MagentoMisconfigured)
      expect((await stand.database.execute('select * from magento.customers')).rows).toEqual([])
    })

    async function emailsOf(accounts: ReturnType<typeof accountsWith>, customerId: string): Promise<string[]> {
      return [(await accounts.of(customerId)).email]
    }
  })
})
