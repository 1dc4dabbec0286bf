import { customerProblems, makeCustomer, removeCustomer } from '../graphql/customer/accounts'
import { passwordHash } from '../graphql/customer/passwords'
import { issueToken } from '../graphql/customer/tokens'
import { MagentoError } from '../graphql/errors'
import { type Magento, magentoTime, storeOf, websiteOf } from '../magento'
import type { Customer } from '../state/state'
import { noRoute, noSuchEntity, RestError } from './rest-error'
import { integer, type RestCall, type RestRoute, required } from './route'
import { search } from './search-criteria'

const COLUMNS = [
  'id',
  'entity_id',
  'email',
  'firstname',
  'lastname',
  'created_at',
  'updated_at',
  'website_id',
  'store_id',
  'group_id',
]

function customerView(magento: Magento, customer: Customer) {
  const store = magento.stores[customer.storeId - 1] ?? magento.stores[0]!
  const preferred = (which: 'defaultShipping' | 'defaultBilling') => {
    const found = customer.addresses.find((address) => address[which])
    return found ? { [which === 'defaultShipping' ? 'default_shipping' : 'default_billing']: String(found.id) } : {}
  }
  return {
    id: customer.id,
    group_id: 1,
    ...preferred('defaultBilling'),
    ...preferred('defaultShipping'),
    created_at: magentoTime(customer.createdAt),
    updated_at: magentoTime(customer.updatedAt),
    created_in: store.name ?? 'Default Store View',
    email: customer.email,
    firstname: customer.firstname,
    lastname: customer.lastname,
    store_id: customer.storeId,
    website_id: websiteOf(magento, store).id,
    addresses: customer.addresses.map((address) => ({
      id: address.id,
      customer_id: customer.id,
      region: { region_code: null, region: address.region ?? '', region_id: address.regionId ?? 0 },
      region_id: address.regionId ?? 0,
      country_id: address.countryCode,
      street: address.street,
      telephone: address.telephone,
      postcode: address.postcode ?? '',
      city: address.city,
      firstname: address.firstname,
      lastname: address.lastname,
    })),
    disable_auto_group_change: 0,
    extension_attributes: { is_subscribed: customer.subscribed },
    ...(customer.customAttributes.length > 0 ? { custom_attributes: customer.customAttributes } : {}),
  }
}

function find({ magento, params }: RestCall): Customer {
  const id = integer(params, 'customerId')
  const customer = magento.state.customers.find((one) => one.id === id)
  if (!customer) throw noSuchEntity('customerId', id)
  return customer
}

interface CustomerBody {
  id?: number
  email?: string
  firstname?: string
  lastname?: string
  custom_attributes?: Customer['customAttributes']
}

function create({ magento, body, storeCode }: RestCall) {
  const { email = '', firstname = '', lastname = '', custom_attributes } = required<CustomerBody>(body, 'customer')
  const password = body.password as string | undefined
  const store = storeOf(magento, storeCode)?.code ?? magento.stores[0]!.code
  try {
    const hash = password ? passwordHash(password) : null
    const customer = makeCustomer(magento, { email, firstname, lastname, storeCode: store, passwordHash: hash })
    customer.customAttributes = custom_attributes ?? []
    return customerView(magento, customer)
  } catch (error) {
    if (error instanceof MagentoError) throw new RestError(400, error.message)
    throw error
  }
}

/** The whole customer is put: what is not given of the names is refused. `passwordHash` is taken as it is. */
function update(call: RestCall) {
  const customer = find(call)
  const { email = '', firstname = '', lastname = '', custom_attributes } = required<CustomerBody>(call.body, 'customer')
  const problems = customerProblems({ email, firstname, lastname })
  if (problems.length > 0) throw new RestError(400, problems.join('\n'))
  const taken = call.magento.state.customers.some(
    (one) => one !== customer && one.email.toLowerCase() === email.toLowerCase(),
  )
  if (taken) throw new RestError(400, 'A customer with the same email address already exists in an associated website.')
  Object.assign(customer, { email, firstname, lastname, updatedAt: call.magento.now() })
  if (custom_attributes) customer.customAttributes = custom_attributes
  if (typeof call.body.passwordHash === 'string') customer.passwordHash = call.body.passwordHash
  return customerView(call.magento, customer)
}

/** The module of the Mini Program: customers of the shop's website are nobody to it. */
function tokenOfModule(call: RestCall): string {
  const { module } = call.magento.settings
  if (!module) throw noRoute()
  const customer = find(call)
  const isOfMiniProgram = module.emailDomain !== '' && customer.email.toLowerCase().endsWith(`@${module.emailDomain}`)
  if (!isOfMiniProgram) throw noSuchEntity('customerId', customer.id)
  return issueToken(call.magento, customer)
}

export const CUSTOMER_ROUTES: RestRoute[] = [
  {
    name: 'GET /V1/customers/search',
    act: ({ magento, query }) => {
      // `entity_id` can be searched by, but is not told.
      const rows = magento.state.customers.map((customer) => ({
        ...customerView(magento, customer),
        entity_id: customer.id,
      }))
      const { items, ...rest } = search(rows, query, COLUMNS)
      return { ...rest, items: items.map(({ entity_id: _, ...customer }) => customer) }
    },
  },
  { name: 'POST /V1/customers', act: create },
  { name: 'GET /V1/customers/:customerId', act: (call) => customerView(call.magento, find(call)) },
  { name: 'PUT /V1/customers/:customerId', act: update },
  {
    name: 'DELETE /V1/customers/:customerId',
    act: (call) => {
      removeCustomer(call.magento, find(call))
      return true
    },
  },
  {
    name: 'POST /V1/customers/:customerId/token',
    versions: ['2.4.9'],
    act: (call) => issueToken(call.magento, find(call)),
  },
  { name: 'POST /V1/xiaopu/customers/:customerId/token', act: tokenOfModule },
]
