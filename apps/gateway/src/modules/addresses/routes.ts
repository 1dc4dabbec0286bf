import type { Handlers } from '../../http/calls'
import { parseAddress } from './parse-address'
import { REGIONS } from './regions'
import type { AddressBook } from './service'

type AddressRoute = 'listAddresses' | 'saveAddress' | 'changeAddress' | 'removeAddress' | 'parseAddress' | 'listRegions'

export const addressHandlers = (book: AddressBook): Handlers<AddressRoute> => ({
  listAddresses: async ({ shopper }) => ({ addresses: await book.list(shopper.id) }),
  saveAddress: ({ shopper, body }) => book.save(shopper.id, body),
  changeAddress: ({ shopper, params, body }) => book.change(shopper.id, params.addressId, body),
  removeAddress: ({ shopper, params }) => book.remove(shopper.id, params.addressId),
  parseAddress: async ({ body }) => parseAddress(body.text),
  listRegions: async () => ({ regions: REGIONS }),
})
