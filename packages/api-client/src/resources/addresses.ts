import type { AddressToSave, ParsedAddress, Region, SavedAddress } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listAddresses = endpoint({
  name: 'listAddresses',
  method: 'GET',
  path: '/v1/addresses',
  auth: 'shopper',
  status: 200,
})
const saveAddress = endpoint({
  name: 'saveAddress',
  method: 'POST',
  path: '/v1/addresses',
  auth: 'shopper',
  status: 201,
})
const changeAddress = endpoint({
  name: 'changeAddress',
  method: 'PUT',
  path: '/v1/addresses/:addressId',
  auth: 'shopper',
  status: 200,
})
const removeAddress = endpoint({
  name: 'removeAddress',
  method: 'DELETE',
  path: '/v1/addresses/:addressId',
  auth: 'shopper',
  status: 204,
})
const parseAddress = endpoint({
  name: 'parseAddress',
  method: 'POST',
  path: '/v1/addresses/parse',
  auth: 'anyone',
  status: 200,
})
const listRegions = endpoint({ name: 'listRegions', method: 'GET', path: '/v1/regions', auth: 'anyone', status: 200 })

export interface AddressesResource {
  /** The default first, then the last used. */
  list(options?: CallOptions): Promise<SavedAddress[]>
  /** One that is in the book already is not put in twice. @throws {ApiError} `address_book_full` */
  save(address: AddressToSave, options?: CallOptions): Promise<SavedAddress>
  /** @throws {ApiError} `not_found` */
  change(addressId: string, address: AddressToSave, options?: CallOptions): Promise<SavedAddress>
  /** @throws {ApiError} `not_found` */
  remove(addressId: string, options?: CallOptions): Promise<void>
  /** Reads a pasted text; what cannot be read is empty. Nothing is kept. */
  parse(text: string, options?: CallOptions): Promise<ParsedAddress>
  /** Provinces, cities and districts: some 100 kB, the same for everybody and for long. */
  regions(options?: CallOptions): Promise<Region[]>
}

export const addressesResource = (call: Caller): AddressesResource => ({
  list: async (options) => (await call(listAddresses, options)).addresses,
  save: (address, options) => call(saveAddress, { ...options, body: address }),
  change: (addressId, address, options) => call(changeAddress, { ...options, params: { addressId }, body: address }),
  remove: (addressId, options) => call(removeAddress, { ...options, params: { addressId } }),
  parse: (text, options) => call(parseAddress, { ...options, body: { text } }),
  regions: async (options) => (await call(listRegions, options)).regions,
})
