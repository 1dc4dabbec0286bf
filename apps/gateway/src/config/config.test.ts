import { ConfigError, readConfig } from './config'

const WORKING = {
  PUBLIC_URL: 'https://api.shop.example/',
  WECHAT_APPID: 'wx1234567890abcdef',
  WECHAT_SECRET: 'secret',
  WECHAT_MCHID: '1900009999',
  WECHAT_MERCHANT_SERIAL: '3A5C71D2',
  WECHAT_MERCHANT_KEY_FILE: 'apiclient_key.pem',
  WECHAT_APIV3_KEY: 'an-api-v3-key-of-32-bytes-000000',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119',
  WECHAT_PAY_PUBLIC_KEY_FILE: 'pub_key.pem',
}
const files: Record<string, string> = { 'apiclient_key.pem': 'the private key', 'pub_key.pem': 'the public key' }
const readText = (path: string) => {
  const text = files[path]
  if (text === undefined) throw new Error('ENOENT')
  return text
}
const problemsOf = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env, readText)
  } catch (error) {
    return (error as ConfigError).problems
  }
  return []
}

test('what is not said has a sensible default', () => {
  expect(readConfig(WORKING, readText)).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'https://api.shop.example',
    mediaUrl: 'https://api.shop.example/media',
    dataDir: '.xiaopu/data',
    databaseUrl: undefined,
    orderTtlMs: 1_800_000,
    afterSaleMs: 30 * 86_400_000,
    returnWithinMs: 7 * 86_400_000,
    shippingUpload: 'auto',
    wechat: {
      merchantKey: 'the private key',
      verification: { publicKeys: [{ id: 'PUB_KEY_ID_0119', pem: 'the public key' }] },
    },
  })
})

test('an older merchant downloads certificates instead', () => {
  const { WECHAT_PAY_PUBLIC_KEY_ID: _id, WECHAT_PAY_PUBLIC_KEY_FILE: _file, ...older } = WORKING
  const config = readConfig({ ...older, WECHAT_PAY_CERTIFICATES: 'download' }, readText)
  expect(config.wechat.verification).toEqual({ certificates: 'download' })
})

test('everything that is wrong is told at once', () => {
  const problems = problemsOf({
    ...WORKING,
    PORT: '70000',
    WECHAT_MCHID: 'shop',
    WECHAT_APIV3_KEY: 'short',
    ORDER_TTL: '30',
    PUBLIC_URL: undefined,
  })
  expect(problems).toEqual([
    'PORT must be a port, 0 to 65535',
    'PUBLIC_URL is missing',
    'WECHAT_MCHID must be the digits of the merchant number',
    'WECHAT_APIV3_KEY must have 32 bytes',
    'ORDER_TTL must be a time such as 30m, 12h or 30d',
  ])
})

test.each([
  [{ COMMERCE: 'shopify' }, /^COMMERCE must be postgres or magento/],
  [{ DATABASE_URL: 'mysql://shop' }, /^DATABASE_URL must be/],
  [{ ORDER_TTL: '30s' }, /^ORDER_TTL must be 1m or more/],
  [{ WECHAT_MERCHANT_KEY_FILE: 'gone.pem' }, /^WECHAT_MERCHANT_KEY_FILE names a file that cannot be read: gone.pem/],
  [{ WECHAT_MERCHANT_KEY_FILE: '' }, /^WECHAT_MERCHANT_KEY or WECHAT_MERCHANT_KEY_FILE is missing/],
  [{ WECHAT_MERCHANT_KEY: 'inline' }, /^WECHAT_MERCHANT_KEY and WECHAT_MERCHANT_KEY_FILE are both set/],
  [{ WECHAT_PAY_PUBLIC_KEY_ID: '' }, /^WECHAT_PAY_PUBLIC_KEY_ID is missing/],
  [{ WECHAT_PAY_PUBLIC_KEY_FILE: '' }, /^WECHAT_PAY_PUBLIC_KEY or WECHAT_PAY_PUBLIC_KEY_FILE is missing/],
  [{ TRUST_PROXY: '10.0.0.0/8' }, undefined],
])('%j', (change, problem) => {
  const problems = problemsOf({ ...WORKING, ...change })
  if (problem) expect(problems).toEqual([expect.stringMatching(problem)])
  else expect(problems).toEqual([])
})

describe('a shop on Magento', () => {
  const MAGENTO = {
    ...WORKING,
    COMMERCE: 'magento',
    MAGENTO_URL: 'https://shop.example/graphql',
    MAGENTO_CONSUMER_KEY: 'key',
    MAGENTO_CONSUMER_SECRET: 'consumer secret',
    MAGENTO_ACCESS_TOKEN: 'token',
    MAGENTO_ACCESS_TOKEN_SECRET: 'token secret',
    MAGENTO_STORE_VIEWS: 'zh-CN=default,en=en',
    MAGENTO_PAYMENT_METHOD: 'checkmo',
    MAGENTO_EMAIL_DOMAIN: 'wx.shop.example',
  }

  test('is read', () => {
    expect(readConfig(MAGENTO, readText).magento).toEqual({
      url: 'https://shop.example/graphql',
      storeViews: { 'zh-CN': 'default', en: 'en' },
      integration: {
        consumerKey: 'key',
        consumerSecret: 'consumer secret',
        accessToken: 'token',
        accessTokenSecret: 'token secret',
      },
      paymentMethod: 'checkmo',
      customerEmailDomain: 'wx.shop.example',
    })
  })

  test.each([
    ['https://www.shop.example/graphql', 'wx.shop.example'],
    ['https://magento.shop.example', 'wx.magento.shop.example'],
  ])('at %s gives shoppers placeholder addresses under %s', (MAGENTO_URL, domain) => {
    const { magento } = readConfig({ ...MAGENTO, MAGENTO_URL, MAGENTO_EMAIL_DOMAIN: undefined }, readText)
    expect(magento?.customerEmailDomain).toBe(domain)
  })

  test.each(['http://10.0.0.5', 'http://localhost:8080', 'http://[::1]/graphql'])(
    'at %s needs a domain',
    (MAGENTO_URL) => {
      expect(problemsOf({ ...MAGENTO, MAGENTO_URL, MAGENTO_EMAIL_DOMAIN: undefined })).toEqual([
        expect.stringMatching(/^MAGENTO_EMAIL_DOMAIN is missing/),
      ])
    },
  )

  test('may speak one language only', () => {
    const { magento } = readConfig({ ...MAGENTO, MAGENTO_STORE_VIEWS: 'default' }, readText)
    expect(magento?.storeViews).toEqual({ 'zh-CN': 'default', en: 'default' })
  })

  test('is not asked for where the shop is kept here', () => {
    expect(readConfig({ ...MAGENTO, COMMERCE: undefined, MAGENTO_URL: 'x' }, readText).magento).toBeUndefined()
  })

  test('says all that is missing at once, with what else is wrong', () => {
    expect(problemsOf({ ...WORKING, COMMERCE: 'magento', PORT: 'x' })).toEqual([
      'PORT must be a whole number',
      'MAGENTO_URL is missing',
      'MAGENTO_CONSUMER_KEY is missing',
      'MAGENTO_CONSUMER_SECRET is missing',
      'MAGENTO_ACCESS_TOKEN is missing',
      'MAGENTO_ACCESS_TOKEN_SECRET is missing',
      'MAGENTO_STORE_VIEWS is missing',
      'MAGENTO_PAYMENT_METHOD is missing',
    ])
  })

  test.each([
    [{ MAGENTO_URL: 'shop.example' }, /^MAGENTO_URL must be an address/],
    [{ MAGENTO_STORE_VIEWS: 'zh-CN=default' }, /^MAGENTO_STORE_VIEWS must be a store view code, or one for each/],
    [{ MAGENTO_STORE_VIEWS: 'zh-CN=default,en=en,de=de' }, /^MAGENTO_STORE_VIEWS must be/],
    [{ MAGENTO_EMAIL_DOMAIN: 'me@shop.example' }, /^MAGENTO_EMAIL_DOMAIN must be a domain/],
    [{ MAGENTO_ORDER_PREFIX: 'the-number-of-this-shop' }, /^MAGENTO_ORDER_PREFIX must be at most 12/],
    [{ MAGENTO_WEBHOOK_SECRET: 'hush' }, /^MAGENTO_WEBHOOK_SECRET must have 16 characters/],
    [{ MAGENTO_LOGIN: 'admin' }, /^MAGENTO_LOGIN must be auto/],
    [{ MAGENTO_UNDELIVERABLE_ATTRIBUTE: 'Not here' }, /^MAGENTO_UNDELIVERABLE_ATTRIBUTE must be the code/],
  ])('%j', (change, problem) => {
    expect(problemsOf({ ...MAGENTO, ...change })).toEqual([expect.stringMatching(problem)])
  })
})

test('the message names no secret', () => {
  expect(() => readConfig({ ...WORKING, WECHAT_SECRET: 'hush', PORT: 'x' }, readText)).toThrow(ConfigError)
  expect(new ConfigError(problemsOf({ ...WORKING, WECHAT_APIV3_KEY: 'hush' })).message).not.toContain('hush')
})

test('mail needs an address to send from, and a server that is one', () => {
  const mail = { SMTP_URL: 'smtps://shop:pass@smtp.example:465', MAIL_FROM: '拾物 <fapiao@shiwu.example>' }
  expect(readConfig({ ...WORKING, ...mail }, readText).mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM })
  expect(readConfig(WORKING, readText).mail).toBeUndefined()
  expect(problemsOf({ ...WORKING, SMTP_URL: mail.SMTP_URL })).toEqual([
    'SMTP_URL and MAIL_FROM belong together: set both, or neither',
  ])
  const wrong = { SMTP_URL: 'https://smtp.example', MAIL_FROM: 'fapiao@shiwu.example\r\nBcc: all@example.com' }
  expect(problemsOf({ ...WORKING, ...wrong })).toEqual([
    expect.stringContaining('smtp://'),
    expect.stringContaining('MAIL_FROM'),
  ])
})

test('messages about orders are set up one by one, each with the words it can say', () => {
  const shipped = 'abc-DEF character_string1=order thing2=product time3=time'
  const { messages } = readConfig({ ...WORKING, WECHAT_TEMPLATE_SHIPPED: shipped }, readText)
  expect(messages).toMatchObject({
    shipped: { id: 'abc-DEF', keywords: { character_string1: 'order', thing2: 'product', time3: 'time' } },
    ready: undefined,
  })
  expect(problemsOf({ ...WORKING, WECHAT_TEMPLATE_UNPAID: 'abc thing1=carrier' })).toEqual([
    expect.stringContaining('WECHAT_TEMPLATE_UNPAID'),
  ])
})
