import { placeName } from '@xiaopu/commerce'
import type { ShippingRules } from '@xiaopu/contract'
import { Refusal } from '../../http/refusal'
import { REGIONS } from '../addresses/regions'

/** Of an address: all provinces and cities, each by the one name rules compare. */
const KNOWN = new Set(
  REGIONS.flatMap(({ name: province, children }) => [province, ...children.map(({ name }) => `${province}/${name}`)])
    .map(placeName)
    .filter((name) => name !== null),
)

/**
 * The rules with each place by its one name.
 *
 * @throws Refusal `validation_failed` naming each place there is not, and each that two regions claim
 */
export function knownPlaces(rules: ShippingRules): ShippingRules {
  const fields: { path: string; message: string }[] = []
  const claimed = new Map<string, string>()
  const named = (places: string[], path: string, { once }: { once: boolean }) =>
    places.map((written, index) => {
      const at = `${path}.${index}`
      const name = placeName(written)
      if (name === null || !KNOWN.has(name)) fields.push({ path: at, message: `no province or city: ${written}` })
      else if (once && claimed.has(name))
        fields.push({ path: at, message: `${name} is in ${claimed.get(name)} already` })
      else if (once) claimed.set(name, at)
      return name ?? written
    })
  const regions = rules.regions.map((region, index) => ({
    ...region,
    places: named(region.places, `body.regions.${index}.places`, { once: true }),
  }))
  const undeliverable = named(rules.undeliverable, 'body.undeliverable', { once: false })
  if (fields.length > 0) throw new Refusal('validation_failed', { fields })
  return { ...rules, regions, undeliverable }
}
