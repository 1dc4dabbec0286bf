import type { Order } from '@xiaopu/contract'
import type { GatewayConfig } from '../config/config'
import { Stand } from './stand'
import { Visitor } from './visitor'

/** What the owner of the tests' shop signs in with. */
export const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'

/**
 * The shop of one test file: opened before its first test, closed after its last. Each test begins on a first morning, with
 * Lin signed in. Shopper and owner are the same from test to test, so that a file can name them at its top.
 * @param morning SQL that undoes what the file's own tests leave behind
 */
export function openedShop(changes: Partial<GatewayConfig> = {}, morning?: string) {
  let opened: Stand
  const stand = () => opened
  const app = () => opened.gateway.app
  const shopper = new Visitor(app)
  const owner = new Visitor(app)
  owner.token = OWNER_TOKEN

  /** Lin again, once a session has run out. */
  async function signIn(): Promise<void> {
    shopper.token = undefined
    const { status } = await shopper.signIn(await opened.loginCode())
    if (status !== 201) throw new Error('sign-in was refused')
  }

  beforeAll(async () => {
    opened = await Stand.open({ ownerToken: OWNER_TOKEN, ...changes })
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await opened.firstMorning()
    if (morning) await opened.database.execute(morning)
    await signIn()
  })

  const paid = (skuId = 'CUP-W', quantity = 1): Promise<Order> => opened.paid(shopper, skuId, quantity)
  const runJobs = () => opened.gateway.runJobsOnce()

  return { stand, shopper, owner, signIn, paid, runJobs }
}
