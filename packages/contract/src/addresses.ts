import { z } from 'zod'
import { Address } from './checkout'
import { Id } from './primitives'
import type { RouteContract } from './routes'

export const MAX_ADDRESSES = 30

export const SavedAddress = Address.extend({ id: Id, isDefault: z.boolean() }).meta({ id: 'SavedAddress' })
export type SavedAddress = z.infer<typeof SavedAddress>

/** The first address is the default whatever it says; a new default takes the place of the old one. */
export const AddressToSave = Address.extend({
  isDefault: z.boolean(),
  fromWechat: z
    .boolean()
    .optional()
    .describe(
      'Taken from WeChat’s address book, and forgotten here when that permission is taken back; left out: not known',
    ),
}).meta({ id: 'AddressToSave' })
export type AddressToSave = z.infer<typeof AddressToSave>

export const AddressText = z.strictObject({ text: z.string().trim().min(1).max(500) })

/** What could be read out of a pasted text; a part that could not is empty. */
export const ParsedAddress = z
  .object({
    name: z.string(),
    phone: z.string(),
    province: z.string(),
    city: z.string(),
    district: z.string(),
    detail: z.string(),
    nationalCode: z.string().nullable(),
  })
  .meta({ id: 'ParsedAddress' })
export type ParsedAddress = z.infer<typeof ParsedAddress>

/** GB/T 2260 code and name. */
const Area = z.object({ code: z.string().regex(/^\d{6}$/), name: z.string() })
export const Region = Area.extend({
  children: z.array(Area.extend({ children: z.array(Area) })),
}).meta({ id: 'Region' })
export type Region = z.infer<typeof Region>

const addressId = z.strictObject({ addressId: Id })

export const addressRoutes = {
  listAddresses: {
    method: 'GET',
    path: '/v1/addresses',
    summary: 'The address book, the default first, then the last used',
    auth: 'shopper',
    status: 200,
    response: z.object({ addresses: z.array(SavedAddress) }),
    errors: [],
  },
  saveAddress: {
    method: 'POST',
    path: '/v1/addresses',
    summary: 'Put an address into the book; one that is in it already is not put in twice',
    auth: 'shopper',
    body: AddressToSave,
    status: 201,
    response: SavedAddress,
    errors: ['address_book_full'],
  },
  changeAddress: {
    method: 'PUT',
    path: '/v1/addresses/:addressId',
    summary: 'Change an address; orders keep theirs',
    auth: 'shopper',
    params: addressId,
    body: AddressToSave,
    status: 200,
    response: SavedAddress,
    errors: ['not_found'],
  },
  removeAddress: {
    method: 'DELETE',
    path: '/v1/addresses/:addressId',
    summary: 'Take an address out of the book; the next one becomes the default',
    auth: 'shopper',
    params: addressId,
    status: 204,
    response: z.void(),
    errors: ['not_found'],
  },
  parseAddress: {
    method: 'POST',
    path: '/v1/addresses/parse',
    summary: 'Read name, phone and address out of a pasted text; nothing is kept',
    auth: 'anyone',
    body: AddressText,
    status: 200,
    response: ParsedAddress,
    errors: [],
  },
  listRegions: {
    method: 'GET',
    path: '/v1/regions',
    summary: 'Provinces, cities and districts',
    auth: 'anyone',
    status: 200,
    response: z.object({ regions: z.array(Region) }),
    errors: [],
  },
} as const satisfies Record<string, RouteContract>
