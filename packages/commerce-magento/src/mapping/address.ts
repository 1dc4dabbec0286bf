import type { Address } from '@xiaopu/commerce'
import type { CartAddressInput } from '../operations/documents'
import { splitName } from './names'
import { regionCode } from './regions'

/** Characters Magento keeps of one line of a street. */
const LINE = 255
/** For stores that insist on a postcode where the shopper gave none. */
const NO_POSTCODE = '000000'

/**
 * A Chinese address as Magento takes one: district and detail are the two lines of the street. null: the province is
 * none this store knows. The address as the shopper wrote it stays with our order.
 */
export function cartAddress(
  address: Address,
  { regionIds, postcodeOptional }: { regionIds: ReadonlyMap<string, number>; postcodeOptional: boolean },
): CartAddressInput | null {
  const code = regionCode(address.province)
  const regionId = code === null ? undefined : regionIds.get(code)
  if (code === null || regionId === undefined) return null
  return {
    ...splitName(address.name),
    telephone: address.phone,
    country_code: 'CN',
    region: code,
    region_id: regionId,
    city: address.city,
    street: [address.district, address.detail].map((line) => withoutSigns(line)).filter((line) => line !== ''),
    postcode: address.postalCode ?? (postcodeOptional ? null : NO_POSTCODE),
    save_in_address_book: false,
  }
}

/** Pictographs are no letters to Magento's databases of old. */
function withoutSigns(line: string): string {
  return [...line.replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '').trim()].slice(0, LINE).join('')
}
