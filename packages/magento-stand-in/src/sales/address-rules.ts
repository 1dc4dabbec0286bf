import type { Magento } from '../magento'
import type { Address } from '../state/state'

/** Letters, marks, digits and a few signs: an emoji is in no name. */
const NAME = /^[\p{L}\p{M},\-_.'’`&\s\d]{1,255}$/u
const TELEPHONE = /^[\d\s+\-()]{1,20}$/

/** What is wrong with an address, in Magento's words; none: it will do. */
export function addressProblems({ settings, regions }: Magento, address: Address): string[] {
  const problems: string[] = []
  if (!NAME.test(address.firstname)) problems.push('First Name is not valid!')
  if (!NAME.test(address.lastname)) problems.push('Last Name is not valid!')
  if (address.street.every((line) => line.trim() === '')) problems.push('"street" is required. Enter and try again.')
  if (address.street.length > settings.streetLines) {
    problems.push(`"Street Address" cannot contain more than ${settings.streetLines} lines.`)
  }
  if (address.city.trim() === '') problems.push('"city" is required. Enter and try again.')
  if (address.telephone === '') problems.push('"telephone" is required. Enter and try again.')
  else if (!TELEPHONE.test(address.telephone)) problems.push('Phone Number is not valid!')
  if (!address.postcode && !settings.optionalZipCountries.includes(address.countryCode)) {
    problems.push('"postcode" is required. Enter and try again.')
  }
  if (address.countryCode === 'CN') {
    if (address.regionId === null) problems.push('"regionId" is required. Enter and try again.')
    else if (!regions.some(({ id }) => id === address.regionId)) {
      problems.push('Region is not available for the selected country')
    }
  }
  return problems
}

/** The id, or a code as it stands in `available_regions`; a name written out is no region. */
export function regionIdOf(
  { regions }: Magento,
  id: number | null | undefined,
  code: string | null | undefined,
): number | null {
  return id ?? regions.find((region) => region.code === code)?.id ?? null
}
