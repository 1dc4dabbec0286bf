/** Around every test file of this folder (config/jest names it). */
import { expectNoComplaints, listenToConsole } from './complaints'
import './person/eyes'
import { closeEverything, server } from './shop'

listenToConsole()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  closeEverything()
  expectNoComplaints()
})
afterAll(() => server.close())
