import { BackendUnavailable, type Place, placeName } from '@xiaopu/commerce'
import { plainText } from '../mapping/plain-text'
import { type OwnAttributesFragment, ProductPlacesDocument } from '../operations/documents'
import { TILL_LOCALE } from '../shop'
import type { StoreViews } from '../store/store-views'
import type { Goods } from './goods'

/** Products in one request. */
const AT_ONCE = 50

export type Places = ReturnType<typeof createPlaces>

/**
 * Places single products are not sent to. Magento has no word for it: the merchant makes a product attribute, a text or a choice
 * among places, and names it in the settings. A product with variants has it as the whole.
 *
 * @param attribute null: the merchant has made none
 */
export function createPlaces(views: StoreViews, attribute: string | null) {
  /** By SKU of the product or of its whole; `now` asks Magento whatever is remembered. */
  async function of(
    goods: readonly Pick<Goods, 'key'>[],
    { now = false } = {},
  ): Promise<(goods: Pick<Goods, 'key'>) => Place[]> {
    const places = new Map<string, Place[]>()
    const skus = attribute === null ? [] : [...new Set(goods.map(wholeOf))].sort()
    for (let start = 0; start < skus.length; start += AT_ONCE) {
      const some = skus.slice(start, start + AT_ONCE)
      const { products } = await read({ skus: some, size: some.length }, now)
      for (const item of products?.items ?? []) {
        if (item?.sku) places.set(item.sku, placesIn(item, attribute!).known)
      }
    }
    return (one) => places.get(wholeOf(one)) ?? []
  }

  async function read(which: { skus: string[]; size: number }, now: boolean) {
    const remembered = () => views.readCached(TILL_LOCALE, ProductPlacesDocument, which)
    if (!now) return remembered()
    try {
      return await views.read(TILL_LOCALE, ProductPlacesDocument, which)
    } catch (error) {
      // Reads are not tried for a moment after Magento was away; whether it takes the order is the till's to say.
      if (error instanceof BackendUnavailable) return remembered()
      throw error
    }
  }

  return { has: attribute !== null, of }
}

const wholeOf = ({ key }: Pick<Goods, 'key'>): string => key.parentSku ?? key.sku

/** What the attribute says: places, and words that are none. */
export function placesIn(item: OwnAttributesFragment, attribute: string): { known: Place[]; unknown: string[] } {
  const said = item.custom_attributesV2?.items.find((each) => each?.code === attribute)
  const words = wordsOf(said)
    .flatMap((text) => plainText(text).split(/[|｜,，、;；\s]+/))
    .filter((word) => word !== '')
  return {
    known: words.flatMap((word) => placeName(word) ?? []),
    unknown: words.filter((word) => placeName(word) === null),
  }
}

type Said = NonNullable<OwnAttributesFragment['custom_attributesV2']>['items'][number] | undefined

function wordsOf(said: Said): string[] {
  if (!said) return []
  if ('value' in said) return [said.value]
  return 'selected_options' in said ? said.selected_options.flatMap((option) => option?.label ?? []) : []
}
