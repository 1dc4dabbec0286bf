import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import type { SwatchFixture } from '../../fixtures/types'
import type { Visit } from '../visit'
import { aggregations, navigated } from './aggregations'

/** Facets as they were before `aggregations`: these alone tell swatches. */
export function layerFilters(visit: Visit, products: CatalogueProduct[]) {
  const attributes = navigated(visit)
  return aggregations(visit, products).map(({ attribute_code, label, options }) => {
    const attribute = attributes.find(({ fixture }) => fixture.code === attribute_code)
    return {
      name: label,
      request_var: attribute_code === 'category_uid' || attribute_code === 'category_id' ? 'cat' : attribute_code,
      filter_items_count: options.length,
      filter_items: options.map(({ label: text, value, count }) => {
        const swatch = attribute?.options.find(({ id }) => String(id) === value)?.swatch
        const item = { label: textOf(text, visit.store.code), value_string: value, items_count: count }
        return swatch
          ? { __typename: 'SwatchLayerFilterItem', ...item, swatch_data: swatchData(swatch) }
          : { __typename: 'LayerFilterItem', ...item }
      }),
    }
  })
}

/** 0: a word; 1: a colour; 2: a picture, by its path in the media folder. */
function swatchData({ kind, value }: SwatchFixture) {
  const type = { text: '0', color: '1', image: '2' }[kind]
  return { type, value: kind === 'image' ? `/${value}` : value }
}
