import { Agent, get } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createServer } from './server'

const server = () =>
  createServer({
    config: {
      logLevel: 'silent',
      trustProxy: false,
      rateLimits: { all: 10, signIn: 10, placeOrder: 10, uploadPicture: 1_000 },
    },
    findSession: async () => 'expired',
    findStaff: async () => null,
  })

test('a connection somebody opened and asked nothing on does not keep the gateway', async () => {
  const app = await server()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const taken = new Promise((resolve) => app.server.once('connection', resolve))
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  const ended = new Promise((resolve) => socket.on('error', resolve).on('close', resolve))
  await taken
  await app.close()
  await ended
})

test('a connection that was busy when the gateway stopped is closed after its answer, not a minute later', async () => {
  const app = await server()
  let answer = () => {}
  const asked = new Promise<void>((begun) => {
    app.get('/slow', async () => {
      begun()
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return 'done'
    })
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  // As a balancer's: it keeps its connections.
  const agent = new Agent({ keepAlive: true })
  const { port } = app.server.address() as AddressInfo
  const status = new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/slow', agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    }).on('error', reject)
  })
  await asked
  const closed = app.close()
  while (app.server.listening) await new Promise(setImmediate)
  answer()
  expect(await status).toBe(200)
  await closed
  agent.destroy()
})
