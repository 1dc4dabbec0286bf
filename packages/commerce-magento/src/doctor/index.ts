import { BackendUnavailable } from '@xiaopu/commerce'
import { type DoctorOptions, openSurgery, type Surgery, wordsOf } from './asking'
import { checkCheckout } from './checkout'
import { type Finding, fail, ok } from './finding'
import { checkIntegration } from './integration'
import { checkOperations } from './operations'
import { checkPlaces } from './places'
import { checkCaching, checkCaptcha, checkHome, checkPickup, checkRegions, checkStoreViews } from './store'

export type { DoctorOptions } from './asking'
export type { Finding } from './finding'

type Check = (surgery: Surgery) => Promise<Finding | Finding[]>
const CHECKS: Check[] = [
  checkOperations,
  checkStoreViews,
  checkRegions,
  checkCheckout,
  checkPickup,
  checkCaptcha,
  checkCaching,
  checkHome,
  checkPlaces,
  checkIntegration,
]

/**
 * Looks over a merchant's Magento and says in plain words what is well and what to change. It changes nothing there but
 * for one guest cart, which nobody buys. Never throws for what the shop does.
 */
export async function runDoctor(options: DoctorOptions): Promise<Finding[]> {
  const surgery = openSurgery(options)
  const reached = await reach(surgery)
  if (reached.level === 'fail') return [reached]
  const findings = [reached]
  for (const check of CHECKS) {
    try {
      findings.push(...[await check(surgery)].flat())
    } catch (error) {
      if (!(error instanceof BackendUnavailable)) throw error
      findings.push(fail('shop', `It stopped answering: ${error.message}`, 'Look at the shop’s log, then ask again.'))
    }
  }
  return findings
}

async function reach(surgery: Surgery): Promise<Finding> {
  const change = 'Check the address: it ends in /graphql, and is reachable from where the gateway runs.'
  try {
    const answer = await surgery.ask('{ __typename }')
    if (answer.data?.__typename) return ok('endpoint', `${surgery.base}/graphql answers.`)
    return fail('endpoint', `${surgery.base}/graphql is no GraphQL: ${wordsOf(answer)}`, change)
  } catch (error) {
    return fail('endpoint', `${surgery.base}/graphql does not answer: ${(error as Error).message}`, change)
  }
}
