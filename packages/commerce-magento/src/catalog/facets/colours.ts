import { BackendUnavailable, type Locale } from '@xiaopu/commerce'
import { colourOf } from '../../mapping/colours'
import { FacetSwatchesDocument, type FacetSwatchesQuery } from '../../operations/documents'
import type { StoreViews } from '../../store/store-views'
import { MagentoRefusal } from '../../transport/errors'

/** A choice without its colour is still a choice: where Magento fails at these, it is told in words. */
async function swatches(views: StoreViews, locale: Locale): Promise<FacetSwatchesQuery['products']> {
  const { rootCategory } = await views.view(locale)
  const filter = { category_uid: { in: [rootCategory] } }
  try {
    return (await views.readCached(locale, FacetSwatchesDocument, { filter })).products
  } catch (error) {
    if (error instanceof BackendUnavailable || error instanceof MagentoRefusal) return null
    throw error
  }
}

/** Colours of the options of every attribute with visual swatches: by attribute code and option id. */
export async function optionColours(
  views: StoreViews,
  locale: Locale,
): Promise<(code: string, option: string) => string | null> {
  const products = await swatches(views, locale)
  const colours = new Map<string, string>()
  for (const facet of products?.filters ?? []) {
    for (const item of facet?.filter_items ?? []) {
      const colour = item && 'swatch_data' in item ? colourOf(item.swatch_data?.value) : null
      if (facet?.request_var && item?.value_string && colour) {
        colours.set(`${facet.request_var} ${item.value_string}`, colour)
      }
    }
  }
  return (code, option) => colours.get(`${code} ${option}`) ?? null
}
