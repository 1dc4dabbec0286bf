import { GraphQLError } from 'graphql'
import { secretId } from '../../ids'
import type { Magento } from '../../magento'
import type { Customer } from '../../state/state'
import { MagentoError, notAuthenticated } from '../errors'
import { loggedIn, type View, type Visit } from '../visit'
import { makeCustomer } from './accounts'
import { customerView } from './customer-view'
import { isPassword } from './passwords'

export function issueToken(magento: Magento, customer: Customer): string {
  const token = secretId()
  magento.state.tokens.push({ token, customerId: customer.id, issuedAt: magento.now() })
  return token
}

export type Bearer = { customer: Customer } | 'unknown' | 'expired'
/** Whose token it is, for an hour. */
export function bearerOf(magento: Magento, token: string): Bearer {
  const kept = magento.state.tokens.find((one) => one.token === token)
  const customer = magento.state.customers.find(({ id }) => id === kept?.customerId)
  if (!kept || !customer) return 'unknown'
  return magento.now() - kept.issuedAt >= magento.settings.customerTokenLifetime ? 'expired' : { customer }
}

export function generateCustomerToken(visit: Visit, { email, password }: { email: string; password: string }): View {
  const { magento } = visit
  // A robot check that only an integration passes.
  if (magento.settings.captcha && !visit.integration)
    throw new MagentoError('graphql-input', 'ReCaptcha validation failed, please try again')
  const customer = magento.state.customers.find((one) => one.email.toLowerCase() === email.toLowerCase())
  if (!customer?.passwordHash || !isPassword(password, customer.passwordHash)) {
    throw notAuthenticated(
      'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
    )
  }
  return { token: issueToken(magento, customer) }
}

interface ExternalCustomer {
  email: string
  firstname: string
  lastname: string
}
/** For whoever has the integration's rights: the customer with that e-mail, made when there is none. */
export function exchangeExternalCustomerToken(
  visit: Visit,
  { input }: { input: { customer: ExternalCustomer } },
): View {
  const { edition, version } = visit.magento.profile
  if (edition !== 'commerce' || version !== '2.4.9') {
    // Also where the caller's schema has it for all versions.
    throw new GraphQLError('Cannot query field "exchangeExternalCustomerToken" on type "Mutation".')
  }
  if (!visit.integration) throw new MagentoError('graphql-authorization', "The current user isn't authorized.")
  const { magento } = visit
  const { email } = input.customer
  const customer =
    magento.state.customers.find((one) => one.email.toLowerCase() === email.toLowerCase()) ??
    makeCustomer(magento, { ...input.customer, storeCode: visit.store.code, passwordHash: null })
  return { customer: customerView(visit, customer), token: issueToken(magento, customer) }
}

export function revokeCustomerToken(visit: Visit): View {
  const customer = loggedIn(visit)
  visit.magento.state.tokens = visit.magento.state.tokens.filter(({ customerId }) => customerId !== customer.id)
  return { result: true }
}
