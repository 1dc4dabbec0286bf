import { request as httpRequest } from 'node:http'
import { createAfterSaleRoom } from './after-sales'
import { type Desk, DeskRefusal } from './desk'
import { createFapiaoRoom } from './fapiao'
import { createHomeRoom } from './home'
import { createPictureRoom } from './pictures'
import { createShelf } from './shelf'
import { type DeskServer, startDesk } from './start-desk'

const stocked: [string, number][] = []
/** Enough of a desk to see who comes through the door. */
const desk = {
  runBy: 'gateway',
  can: { refund: false, couponLimit: true, couponStack: true },
  orders: async () => [],
  reviews: async () => [],
  coupons: async () => [],
  shipping: async () => ({ fee: 10_00, freeFrom: null, undeliverable: [] }),
  setStock: async (skuCode: string, pieces: number) => {
    if (skuCode === 'HELD') throw new DeskRefusal('stock_reserved', 409)
    if (skuCode === 'BUG') throw new TypeError('the token is abc')
    stocked.push([skuCode, pieces])
  },
} as unknown as Desk
const away = async () => {
  throw new DeskRefusal('desk_unavailable', 503)
}
const [shelf, home] = [createShelf(away), createHomeRoom(away)]
const received: Uint8Array[] = []
const pictures = {
  ...createPictureRoom(away, 'http://127.0.0.1:1'),
  send: async (file: Uint8Array) => {
    received.push(file)
    return { own: { source: 'a'.repeat(32), width: 1, height: 1, tone: '#000000' }, thumb: '', used: false }
  },
}
const afterSales = { ...createAfterSaleRoom(away, 'http://127.0.0.1:1'), look: async () => [] }
const fapiao = { ...createFapiaoRoom(away), look: async () => [] }

let server: DeskServer
beforeAll(async () => {
  server = await startDesk({ desk, shelf, home, pictures, afterSales, fapiao })
})
afterAll(() => server.close())
beforeEach(() => {
  stocked.length = 0
})

interface Answer {
  status: number | undefined
  headers: Record<string, unknown>
  body: string
}

/** As a browser would, with headers a script may not set. */
const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = httpRequest(new URL(path, server.url), { method, headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve({ status: answer.statusCode, headers: answer.headers, body: text })
    })
    asked.on('error', reject).end(body)
  })
const OWN = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
const setStock = (headers: Record<string, string>, body: unknown = { skuCode: 'LAMP', pieces: 3 }) =>
  ask('POST', '/api/acts/setStock', headers, JSON.stringify(body))

test.each([
  ['another page of this machine', { ...OWN, 'sec-fetch-site': 'same-site' }],
  ['a page from elsewhere', { ...OWN, 'sec-fetch-site': 'cross-site' }],
  ['a form typed into the address bar', { ...OWN, 'sec-fetch-site': 'none' }],
  ['something that is no browser', { 'content-type': 'application/json' }],
  ['a foreign name that leads here', { ...OWN, host: 'attacker.example' }],
])('%s changes nothing', async (_who, headers) => {
  expect((await setStock(headers)).status).toBe(403)
  expect(stocked).toEqual([])
})

test('the desk’s own page may', async () => {
  expect((await setStock(OWN)).status).toBe(200)
  expect(stocked).toEqual([['LAMP', 3]])
})

test('only the desk’s own page reads orders, too', async () => {
  expect((await ask('GET', '/api/overview', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask('GET', '/api/overview', { host: 'attacker.example' })).status).toBe(403)
  const answer = await ask('GET', '/api/overview', OWN)
  expect(JSON.parse(answer.body)).toMatchObject({ runBy: 'gateway', orders: [], reviews: [] })
})

test('the page is for a frame of this machine, and fetches nothing from elsewhere', async () => {
  const page = await ask('GET', '/', { 'sec-fetch-site': 'cross-site' })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  expect(page.headers['content-security-policy']).toContain('frame-ancestors http://127.0.0.1:* http://localhost:*')
})

test.each(['/../package.json', '/tsconfig.json', '/api/nothing', '/%ff', '/api/products/%ff'])(
  '%s is not there',
  async (path) => {
    expect((await ask('GET', path, OWN)).status).toBe(404)
  },
)

test('what is refused is told by its code; a mistake of ours tells nothing', async () => {
  const held = await setStock(OWN, { skuCode: 'HELD', pieces: 0 })
  expect([held.status, JSON.parse(held.body).code]).toEqual([409, 'stock_reserved'])
  const printed = jest.spyOn(console, 'error').mockImplementation(() => {})
  const bug = await setStock(OWN, { skuCode: 'BUG', pieces: 0 })
  expect([bug.status, JSON.parse(bug.body)]).toEqual([500, { code: 'internal', detail: 'internal' }])
  expect(printed).toHaveBeenCalledTimes(1)
  printed.mockRestore()
  expect((await ask('GET', '/api/products', OWN)).status).toBe(503)
})

test('what is no JSON, and what is far too much of it, is refused', async () => {
  expect((await ask('POST', '/api/acts/setStock', OWN, '{')).status).toBe(400)
  expect((await ask('POST', '/api/acts/setStock', OWN, 'x'.repeat(20_000))).status).toBe(413)
  expect((await ask('PUT', '/api/overview', OWN)).status).toBe(405)
})

test('a picture is passed on byte for byte, and one that is too large is not', async () => {
  const photograph = 'not looked at here'
  expect(await ask('POST', '/api/pictures', OWN, photograph)).toMatchObject({ status: 200 })
  expect(received.map((file) => Buffer.from(file).toString())).toEqual([photograph])
  const large = await ask('POST', '/api/pictures', OWN, 'x'.repeat(10 * 1024 * 1024 + 1))
  expect([large.status, received.length]).toEqual([413, 1])
})
