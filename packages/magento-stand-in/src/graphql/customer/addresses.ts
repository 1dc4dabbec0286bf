import { fromUid, uid } from '../../ids'
import { addressProblems, regionIdOf } from '../../sales/address-rules'
import type { Customer, CustomerAddress } from '../../state/state'
import { inputError, noSuchEntity } from '../errors'
import { loggedIn, type View, type Visit } from '../visit'

interface AddressInput {
  firstname?: string | null
  lastname?: string | null
  company?: string | null
  street?: (string | null)[] | null
  city?: string | null
  region?: { region_id?: number | null; region_code?: string | null; region?: string | null } | null
  postcode?: string | null
  country_code?: string | null
  telephone?: string | null
  default_shipping?: boolean | null
  default_billing?: boolean | null
}

export function addressView({ magento }: Visit, address: CustomerAddress): View {
  const region = magento.regions.find(({ id }) => id === address.regionId)
  return {
    id: address.id,
    uid: uid(address.id),
    customer_id: null,
    firstname: address.firstname,
    lastname: address.lastname,
    middlename: null,
    prefix: null,
    suffix: null,
    company: address.company,
    street: address.street,
    city: address.city,
    region: {
      region: region?.name ?? address.region,
      region_code: region?.code ?? null,
      region_id: address.regionId ?? 0,
    },
    region_id: address.regionId ?? 0,
    postcode: address.postcode,
    country_code: address.countryCode,
    country_id: address.countryCode,
    telephone: address.telephone,
    fax: null,
    vat_id: null,
    default_shipping: address.defaultShipping,
    default_billing: address.defaultBilling,
    custom_attributesV2: [],
    custom_attributes: [],
  }
}

export function createCustomerAddress(visit: Visit, { input }: { input: AddressInput }): View {
  const customer = loggedIn(visit)
  const empty = {
    id: visit.magento.nextId(),
    firstname: '',
    lastname: '',
    company: null,
    street: [],
    city: '',
    regionId: null,
    region: null,
    postcode: null,
    countryCode: '',
    telephone: '',
    defaultShipping: false,
    defaultBilling: false,
  }
  const address = changed(visit, empty, input)
  customer.addresses.push(address)
  preferOnly(customer, address)
  return addressView(visit, address)
}

export function updateCustomerAddress(
  visit: Visit,
  { id, uid: wanted, input }: { id?: number; uid?: string; input: AddressInput },
): View {
  const customer = loggedIn(visit)
  const kept = findAddress(customer, id ?? fromUid(wanted!))
  const address = Object.assign(kept, changed(visit, kept, input))
  preferOnly(customer, address)
  return addressView(visit, address)
}

export function deleteCustomerAddress(visit: Visit, { id, uid: wanted }: { id?: number; uid?: string }): boolean {
  const customer = loggedIn(visit)
  const address = findAddress(customer, id ?? fromUid(wanted!))
  if (address.defaultBilling || address.defaultShipping) {
    const kind = address.defaultBilling ? 'billing' : 'shipping'
    throw inputError(`Customer Address ${address.id} is set as default ${kind} address and can not be deleted`)
  }
  customer.addresses = customer.addresses.filter((one) => one !== address)
  return true
}

function findAddress(customer: Customer, id: number): CustomerAddress {
  const found = customer.addresses.find((address) => address.id === id)
  if (!found) throw noSuchEntity(`Could not find a address with ID "${id}"`)
  return found
}

function changed({ magento }: Visit, before: CustomerAddress, input: AddressInput): CustomerAddress {
  const address: CustomerAddress = {
    ...before,
    firstname: input.firstname ?? before.firstname,
    lastname: input.lastname ?? before.lastname,
    company: input.company === undefined ? before.company : input.company,
    street: input.street?.filter((line): line is string => line !== null) ?? before.street,
    city: input.city ?? before.city,
    regionId: input.region ? regionIdOf(magento, input.region.region_id, input.region.region_code) : before.regionId,
    region: input.region?.region ?? before.region,
    postcode: input.postcode === undefined ? before.postcode : input.postcode,
    countryCode: input.country_code ?? before.countryCode,
    telephone: input.telephone ?? before.telephone,
    defaultShipping: input.default_shipping ?? before.defaultShipping,
    defaultBilling: input.default_billing ?? before.defaultBilling,
  }
  if (address.countryCode === '') throw inputError('Required parameters are missing: country_code')
  const problems = addressProblems(magento, address)
  if (problems.length > 0) throw inputError(problems.join('\n'))
  return address
}

function preferOnly(customer: Customer, preferred: CustomerAddress): void {
  for (const other of customer.addresses) {
    if (other === preferred) continue
    if (preferred.defaultShipping) other.defaultShipping = false
    if (preferred.defaultBilling) other.defaultBilling = false
  }
}
