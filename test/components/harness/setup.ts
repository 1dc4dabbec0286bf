/** Around every test file of this folder (config/jest names it). */
import { expectNoComplaints, listenToConsole } from './complaints'
import './person/eyes'
import { closeEverything, server } from './shop'

// Longer than any wait inside: whoever waits in vain says for what.
jest.setTimeout(20_000)
listenToConsole()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  closeEverything()
  expectNoComplaints()
})
afterAll(() => server.close())
