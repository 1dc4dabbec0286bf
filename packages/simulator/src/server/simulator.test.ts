import { request as httpRequest } from 'node:http'
import fastify from 'fastify'
import { fakeWechat } from '../testing/fake-wechat'
import { FIXTURE } from '../testing/fixture'
import { fixtureShop } from '../testing/fixture-shop'
import { type Simulator, startSimulator } from './simulator'

let wechat: Awaited<ReturnType<typeof fakeWechat>>
let shop: Awaited<ReturnType<typeof fixtureShop>>
let simulator: Simulator
/** An address where a server was and is no more. */
let gone: string

const options = () => ({
  projectDir: FIXTURE,
  appid: 'wx1',
  routes: { 'https://shop.example': shop.url, 'https://gone.example': gone },
  wechat: wechat.url,
  title: '<样例>',
})

beforeAll(async () => {
  wechat = await fakeWechat()
  shop = await fixtureShop()
  const leaving = await fixtureShop()
  gone = leaving.url
  await leaving.close()
  simulator = await startSimulator(options())
})
afterAll(async () => {
  await simulator?.close()
  await shop.close()
  await wechat.close()
})

const get = (path: string) => fetch(simulator.url + path)
const order = (body: object) =>
  fetch(`${simulator.url}~request`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const status = (headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = httpRequest(`${simulator.url}~version`, { headers }, (answer) => resolve(answer.resume().statusCode))
    asked.on('error', reject).end()
  })

it('gives one page with everything under one address', async () => {
  const page = await (await get('')).text()
  expect(page).toContain('<title>&#60;样例&#62;</title>')
  expect(page).not.toMatch(/https?:\/\/(?!shop\.example|gone\.example)/)
  expect(await (await get('~app.js')).text()).toMatch(/^__xiaopuApp\(/)
  expect((await get('~app/icons/home.png')).headers.get('content-type')).toBe('image/png')
})

it('forwards what wx.request asks, with the headers of a phone', async () => {
  const answer = await order({
    url: 'https://shop.example/hello',
    method: 'POST',
    headers: { cookie: 'a=b' },
    body: '',
  })
  const head = JSON.parse(decodeURIComponent(answer.headers.get('x-answer')!))
  expect(head).toMatchObject({ status: 201, header: { 'X-Shop': 'open' } })
  expect(await answer.json()).toEqual({ said: '欢迎', referer: 'https://servicewechat.com/wx1/0/page-frame.html' })
})

it('forwards nothing to an origin that is not routed', async () => {
  expect((await order({ url: 'https://elsewhere.example/', method: 'GET', headers: {} })).status).toBe(421)
  expect((await get(`~net/${encodeURIComponent('https://elsewhere.example')}/a.png`)).status).toBe(404)
  expect((await get('~net/nonsense/a.png')).status).toBe(404)
})

it('says 502 when the routed server is not there', async () => {
  const answer = await order({ url: 'https://gone.example/', method: 'GET', headers: {} })
  expect([answer.status, await answer.text()]).toEqual([502, 'ECONNREFUSED'])
})

it('brings pictures with their type', async () => {
  const answer = await get(`~net/${encodeURIComponent('https://shop.example')}/pictures/lamp.svg?w=1`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
})

it('speaks with WeChat for the phone and for the panel', async () => {
  expect(await (await get('~device/people')).json()).toHaveLength(2)
  expect((await fetch(`${simulator.url}~control/orders/A1/approve`, { method: 'POST' })).status).toBe(204)
})

it('listens to this machine only: no foreign host name, no foreign page', async () => {
  expect(await status({})).toBe(200)
  expect(await status({ host: 'attacker.example' })).toBe(403)
  expect(await status({ origin: 'https://attacker.example' })).toBe(403)
})

it('does not leave the project’s folder', async () => {
  expect((await get('~app/..%2f..%2fphone.ts')).status).toBeGreaterThanOrEqual(400)
})

it('refuses to start without a build, and on a taken port', async () => {
  await expect(startSimulator({ ...options(), projectDir: '/nowhere' })).rejects.toThrow(/There is no app\.json/)
  await expect(startSimulator({ ...options(), port: simulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

it('ends the forwarded request when the phone aborts', async () => {
  const server = fastify({ forceCloseConnections: true })
  let asked = () => {}
  let left = () => {}
  const begun = new Promise<void>((resolve) => {
    asked = resolve
  })
  const ended = new Promise<void>((resolve) => {
    left = resolve
  })
  server.get('/slow', (request) => {
    request.raw.socket.once('close', left)
    asked()
    return new Promise(() => {})
  })
  const slow = await server.listen({ host: '127.0.0.1', port: 0 })
  const own = await startSimulator({ ...options(), routes: { 'https://slow.example': slow } })
  const phone = new AbortController()
  const answer = fetch(`${own.url}~request`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://slow.example/slow', method: 'GET', headers: {} }),
    signal: phone.signal,
  })
  await begun
  phone.abort()
  await expect(answer).rejects.toThrow()
  await ended
  await own.close()
  await server.close()
})
