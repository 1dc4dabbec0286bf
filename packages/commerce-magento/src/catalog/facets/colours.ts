import type { Locale } from '@xiaopu/commerce'
import { colourOf } from '../../mapping/colours'
import { FacetSwatchesDocument } from '../../operations/documents'
import type { StoreViews } from '../../store/store-views'

/** Colours of the options of every attribute with visual swatches: by attribute code and option id. */
export async function optionColours(
  views: StoreViews,
  locale: Locale,
): Promise<(code: string, option: string) => string | null> {
  const { rootCategory } = await views.view(locale)
  const filter = { category_uid: { in: [rootCategory] } }
  const { products } = await views.readCached(locale, FacetSwatchesDocument, { filter })
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
