import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAborter } from './abort'
import { createFetchTransport } from './fetch-transport'
import type { TransportRequest } from './transport'

let server: Server
let url: string
let arrived: () => void
let silent: Promise<void>

beforeEach(async () => {
  silent = new Promise((resolve) => (arrived = resolve))
  server = createServer((request, response) => {
    if (request.url === '/silence') return arrived()
    let body = ''
    request.on('data', (piece) => (body += piece))
    request.on('end', () => {
      response.writeHead(409, { 'Content-Type': 'text/plain', 'X-Request-Id': 'req-1' })
      response.end(`${request.method} ${request.headers['accept-language']} ${body}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const transport = createFetchTransport()
const get = (path: string): TransportRequest => ({ method: 'GET', url: url + path, headers: {}, timeoutMs: 5_000 })

test('an answer comes back as it is, an error status too, with lower-case header names', async () => {
  const request = { ...get('/'), method: 'POST' as const, headers: { 'Accept-Language': 'en' }, body: '{"a":1}' }
  const answer = await transport(request)
  expect(answer).toMatchObject({ status: 409, body: 'POST en {"a":1}' })
  expect(answer.headers).toMatchObject({ 'content-type': 'text/plain', 'x-request-id': 'req-1' })
})

test('a closed port is no connection', async () => {
  const closed = { ...get('/'), url: 'http://127.0.0.1:1/' }
  await expect(transport(closed)).rejects.toMatchObject({ name: 'TransportError', kind: 'network' })
})

test('silence is a timeout', async () => {
  await expect(transport({ ...get('/silence'), timeoutMs: 20 })).rejects.toMatchObject({ kind: 'timeout' })
})

test('an aborted request is aborted, before it is sent and after', async () => {
  const { signal, abort } = createAborter()
  const answer = transport({ ...get('/silence'), signal })
  await silent
  abort()
  await expect(answer).rejects.toMatchObject({ kind: 'aborted' })
  await expect(transport({ ...get('/'), signal })).rejects.toMatchObject({ kind: 'aborted' })
})
