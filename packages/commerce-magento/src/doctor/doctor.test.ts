import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'
import { conformanceFixture } from '../testing/conformance-fixture'
import { INTEGRATION, openStand, type Stand, type StandOptions } from '../testing/stand'
import { type DoctorOptions, type Finding, runDoctor } from '.'
import { anyVariables, sentOperations, skipped } from './operations'

let stand: Stand
afterEach(() => stand?.close())

async function look(options: StandOptions = {}, doctor: Partial<DoctorOptions> = {}): Promise<Finding[]> {
  stand = await openStand(options)
  return ask(doctor)
}
const ask = (doctor: Partial<DoctorOptions> = {}) =>
  runDoctor({
    endpoint: `${stand.magento.url}/graphql`,
    storeViews: { 'zh-CN': 'default', en: 'en' },
    integration: INTEGRATION,
    paymentMethod: 'checkmo',
    ...doctor,
  })
const failures = (findings: Finding[]) => findings.filter(({ level }) => level === 'fail')
const about = (findings: Finding[], what: string) => findings.filter((finding) => finding.about.startsWith(what))

test.each([true, false])(
  'a shop that is set up well has nothing to change (introspection %p)',
  async (introspection) => {
    const findings = await look({ settings: { introspection } })
    expect(failures(findings)).toEqual([])
    expect(findings.filter(({ level }) => level === 'warn').map((finding) => finding.about)).toEqual(['home'])
    expect(about(findings, 'regions')).toMatchObject([{ level: 'ok' }])
    expect(about(findings, 'payment')).toMatchObject([{ level: 'ok' }])
  },
)

test('asking leaves nothing behind but a cart: no customer, no order', async () => {
  await look({ settings: { introspection: false } })
  expect(stand.control.customers()).toEqual([])
  expect(stand.control.orders()).toEqual([])
})

test('an older Magento does without numbers of stock, and is told so', async () => {
  const findings = await look({ profile: { version: '2.4.7', edition: 'opensource' } })
  expect(failures(findings)).toEqual([])
  expect(about(findings, 'operation StockLevels')).toMatchObject([
    { level: 'ok', says: expect.stringMatching('2.4.8') },
  ])
})

describe('what has to be changed is said', () => {
  test('nobody at that address', async () => {
    stand = await openStand()
    const findings = await runDoctor({ endpoint: 'http://127.0.0.1:1/graphql' })
    expect(findings).toMatchObject([{ level: 'fail', about: 'endpoint', change: expect.stringMatching('/graphql') }])
  })
  test('a store view that is not there', async () => {
    const findings = await look({}, { storeViews: { 'zh-CN': 'chinese', en: 'en' } })
    expect(about(findings, 'store view chinese')).toMatchObject([{ level: 'fail' }])
  })
  test('prices in dollars', async () => {
    const stores = [{ code: 'default', locale: 'en_US', currency: 'USD' }]
    const findings = await look({ stores }, { storeViews: { 'zh-CN': 'default', en: 'default' } })
    expect(about(findings, 'store view default').map(({ level, says }) => [level, says.slice(0, 17)])).toContainEqual([
      'fail',
      'Its prices are in',
    ])
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'warn', says: expect.stringMatching('speaks en_US') }),
    )
  })
  test('a payment method that is not enabled, and those that are', async () => {
    const findings = await look({}, { paymentMethod: 'wechatpay' })
    const [payment] = about(findings, 'payment')
    expect(payment).toMatchObject({ level: 'fail', change: expect.stringMatching('checkmo') })
  })
  test('keys that are wrong', async () => {
    const findings = await look({}, { integration: { ...INTEGRATION, accessTokenSecret: 'wrong' } })
    expect(about(findings, 'integration')[0]).toMatchObject({
      level: 'fail',
      change: expect.stringMatching('four keys'),
    })
  })
  test('a CAPTCHA before the login', async () => {
    const findings = await look({ settings: { captcha: true } })
    expect(about(findings, 'login')).toMatchObject([{ level: 'warn', change: expect.stringMatching('CAPTCHA') }])
  })
  test('limits below what our reads need', async () => {
    const findings = await look({ settings: { maximumComplexity: 20 } })
    expect(about(findings, 'limits')).toMatchObject([{ level: 'fail', change: expect.stringMatching('300') }])
  })
  test('guest checkout off: not needed, but payment cannot be looked at', async () => {
    const findings = await look({ settings: { guestCheckout: false } })
    expect(about(findings, 'guests')).toMatchObject([{ level: 'ok' }])
    expect(about(findings, 'checkout')).toMatchObject([{ level: 'warn' }])
  })
  test('an attribute of undeliverable goods that is not there, one of no words, and words that are no places', async () => {
    const catalogue = conformanceFixture(CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, new Date())
    catalogue.attributes!.push({ code: 'heavy', label: 'heavy', input: 'boolean' })
    const [first, second] = catalogue.products
    first!.attributes = { ...first!.attributes, not_sent_to: '西藏|新疆' }
    stand = await openStand({ catalogue })
    const said = async (undeliverableAttribute?: string) =>
      about(await ask({ undeliverableAttribute }), 'undeliverable')
    expect(await said()).toEqual([])
    expect(await said('not_here')).toMatchObject([{ level: 'fail', says: expect.stringMatching('not_here') }])
    expect(await said('heavy')).toMatchObject([{ level: 'fail', says: expect.stringMatching('BOOLEAN') }])
    expect(await said('not_sent_to')).toMatchObject([
      { level: 'ok', says: expect.stringMatching(/^1 of \d+ products/) },
    ])
    second!.attributes = { ...second!.attributes, not_sent_to: '新僵' }
    expect(await said('not_sent_to')).toMatchObject([{ level: 'warn', says: expect.stringMatching('新僵') }])
  })
  test('a shop that breaks off is no crash of the doctor’s', async () => {
    stand = await openStand()
    stand.control.arm({ kind: 'dropAfter', operation: 'country' })
    expect(about(await ask(), 'shop')).toMatchObject([{ level: 'fail' }])
  })
})

test('the command says it all and ends with 1 when orders could not be placed', async () => {
  stand = await openStand()
  const run = (payment: string) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', new URL('main.ts', import.meta.url).pathname, 'doctor', '--payment', payment],
      { env: { PATH: process.env.PATH, MAGENTO_URL: stand.magento.url, MAGENTO_STORE_VIEWS: 'default' } },
    )
  expect((await run('checkmo')).stdout).toContain('✓ payment: checkmo is offered.')
  await expect(run('wechatpay')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('✗ payment') })
})

test('skipping an operation keeps it whole but for its root fields', () => {
  for (const [name, document] of sentOperations()) {
    const text = JSON.stringify(skipped(document))
    expect([name, text.includes('"skip"')]).toEqual([name, true])
    expect(Object.values(anyVariables(document))).not.toContain(undefined)
  }
})
