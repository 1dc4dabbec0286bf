import { type Magento, storeIdOf } from '../../magento'
import type { Customer } from '../../state/state'
import { inputError, MagentoError } from '../errors'
import { loggedIn, type View, type Visit } from '../visit'
import { customerView } from './customer-view'
import { passwordHash } from './passwords'

/** Letters, marks, digits and a few signs. */
const NAME = /^[\p{L}\p{M},\-_.'’`&\s\d]{1,255}$/u
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with a customer, in Magento's words. */
export function customerProblems({
  email,
  firstname,
  lastname,
}: {
  email: string
  firstname: string
  lastname: string
}): string[] {
  const problems: string[] = []
  if (!EMAIL.test(email)) problems.push(`"${email}" is not a valid email address.`)
  for (const [label, name] of [
    ['First Name', firstname],
    ['Last Name', lastname],
  ] as const) {
    if (name === '') problems.push(`"${label}" is a required value.`)
    else if (!NAME.test(name)) problems.push(`${label} is not valid!`)
  }
  return problems
}

interface NewCustomer {
  email: string
  firstname: string
  lastname: string
  storeCode: string
  passwordHash: string | null
}
/** @throws graphql-input for a name or e-mail that will not do, graphql-already-exists for a second of an e-mail. */
export function makeCustomer(
  magento: Magento,
  { email, firstname, lastname, storeCode, passwordHash: hash }: NewCustomer,
): Customer {
  const problems = customerProblems({ email, firstname, lastname })
  if (problems.length > 0) throw inputError(problems.join('\n'))
  if (magento.state.customers.some((one) => one.email.toLowerCase() === email.toLowerCase())) {
    throw new MagentoError(
      'graphql-already-exists',
      'A customer with the same email address already exists in an associated website.',
    )
  }
  const customer: Customer = {
    id: magento.nextId(),
    email,
    firstname,
    lastname,
    storeId: storeIdOf(magento, storeCode),
    createdAt: magento.now(),
    updatedAt: magento.now(),
    passwordHash: hash,
    subscribed: false,
    addresses: [],
    wishlist: { id: magento.nextId(), items: [] },
    customAttributes: [],
  }
  magento.state.customers.push(customer)
  return customer
}

interface CustomerInput {
  email: string
  firstname: string
  lastname: string
  password?: string | null
}
export function createCustomer(visit: Visit, { input }: { input: CustomerInput }): View {
  if (visit.magento.settings.captcha && !visit.integration)
    throw inputError('ReCaptcha validation failed, please try again')
  const { email, firstname, lastname, password } = input
  if (password && password.length < 8) {
    throw inputError('The password needs at least 8 characters. Create a new password and try again.')
  }
  const hash = password ? passwordHash(password) : null
  const storeCode = visit.store.code
  return {
    customer: customerView(
      visit,
      makeCustomer(visit.magento, { email, firstname, lastname, storeCode, passwordHash: hash }),
    ),
  }
}

export function updateCustomer(
  visit: Visit,
  { input }: { input: Partial<CustomerInput> & { is_subscribed?: boolean } },
): View {
  const customer = loggedIn(visit)
  const changed = {
    ...customer,
    ...(input.firstname && { firstname: input.firstname }),
    ...(input.lastname && { lastname: input.lastname }),
  }
  const problems = customerProblems(changed)
  if (problems.length > 0) throw inputError(problems.join('\n'))
  customer.firstname = changed.firstname
  customer.lastname = changed.lastname
  customer.subscribed = input.is_subscribed ?? customer.subscribed
  customer.updatedAt = visit.magento.now()
  return { customer: customerView(visit, customer) }
}

export function deleteCustomer(visit: Visit): boolean {
  removeCustomer(visit.magento, loggedIn(visit))
  return true
}
/** Orders stay, and belong to nobody. */
export function removeCustomer({ state }: Magento, { id }: Customer): void {
  state.customers = state.customers.filter((one) => one.id !== id)
  state.tokens = state.tokens.filter(({ customerId }) => customerId !== id)
  state.carts = state.carts.filter(({ customerId }) => customerId !== id)
  for (const order of state.orders) if (order.customerId === id) order.customerId = null
}

export function isEmailAvailable({ magento }: Visit, { email }: { email: string }): View {
  return { is_email_available: !magento.state.customers.some((one) => one.email.toLowerCase() === email.toLowerCase()) }
}
export function subscribeEmail({ magento }: Visit, { email }: { email: string }): View {
  if (!EMAIL.test(email)) throw inputError('Enter a valid email address.')
  if (magento.state.subscribers.includes(email)) {
    throw new MagentoError('graphql-already-exists', 'This email address is already subscribed.')
  }
  magento.state.subscribers.push(email)
  return { status: 'SUBSCRIBED' }
}
