import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser'
import { Watch } from './watch'

const HOME = 'http://phone.example/'
let browser: Browser
let page: Page
let watch: Watch

beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser?.close())

/** A page with the simulator's records, filled as the simulator would. */
async function opened(records: object = {}) {
  const nothing = { errors: [], requests: [], setData: [], missing: [] }
  page = await browser.newPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>拾物</p>' }))
  watch = new Watch(page, HOME)
  await page.goto(HOME)
  await page.evaluate(`window.xiaopu = ${JSON.stringify({ ...nothing, ...records })}`)
}

async function complaints() {
  await watch.collect()
  return watch.complaints()
}

afterEach(() => page.close())

test('nothing is said of a phone on which all went well', async () => {
  await opened({
    requests: [{ method: 'GET', url: 'https://api.shop.example/v1/home', status: 404, ms: 3 }],
    setData: [{ page: 'home', is: 'home', keys: ['a'], bytes: 262_144, at: 1 }],
  })
  await page.evaluate("console.warn('slow'); fetch('/picture.webp')")
  expect(await complaints()).toEqual([])
})

test('an error of the Mini Program is told once, though the browser printed it too', async () => {
  await opened({ errors: ['TypeError: goods is undefined'] })
  await page.evaluate("console.error('TypeError: goods is undefined')")
  expect(await complaints()).toEqual(['error: TypeError: goods is undefined'])
})

test('an error on the console and one that nobody caught are told', async () => {
  await opened()
  await page.evaluate("console.error('no price')")
  const thrown = page.waitForEvent('pageerror')
  await page.evaluate("setTimeout(() => { throw new Error('no cart') })")
  await thrown
  expect(await complaints()).toEqual([
    'console error: no price',
    expect.stringContaining('console error: Error: no cart'),
  ])
})

test('a request to a domain that is not declared is told, by wx.request and by the page', async () => {
  const url = 'https://tracker.example/1'
  await opened({ requests: [{ method: 'GET', url, status: 0, ms: 0, error: 'request:fail url not in domain list' }] })
  await page.evaluate("fetch('https://fonts.example/a.woff', { mode: 'no-cors' })")
  expect(await complaints()).toEqual([
    `request to an undeclared domain: ${url}`,
    'request to an undeclared domain: https://fonts.example/a.woff',
  ])
})

test('setData above 256 kB and interfaces that do not exist are told', async () => {
  await opened({
    setData: [{ page: 'home', is: 'pages/home/index', keys: ['goods'], bytes: 262_145, at: 1 }],
    missing: ['wx.openBluetoothAdapter'],
  })
  expect(await complaints()).toEqual([
    'setData of 262145 bytes by pages/home/index (goods)',
    'wx.openBluetoothAdapter is not in the simulator',
  ])
})

test('what was recorded before a reload counts', async () => {
  await opened({ errors: ['before'] })
  await watch.collect()
  await page.evaluate("window.xiaopu.errors = ['after']")
  expect(await complaints()).toEqual(['error: before', 'error: after'])
})
