import type { Locale } from '@xiaopu/commerce'
import { FacetAttributesDocument } from '../../operations/documents'
import type { StoreViews } from '../../store/store-views'

/** Inputs a merchant gives an attribute whose values are chosen among options: Magento filters these by option ids. */
const CHOSEN_AMONG = ['SELECT', 'MULTISELECT', 'BOOLEAN']

export interface FacetAttribute {
  code: string
  isBoolean: boolean
  /** Whether its options have colours or pictures. */
  hasSwatches: boolean
}

/** The attributes a list can be narrowed by a choice of, by code: "Use in Layered Navigation", and options to choose. */
export async function facetAttributes(views: StoreViews, locale: Locale): Promise<Map<string, FacetAttribute>> {
  const { attributesList } = await views.readCached(locale, FacetAttributesDocument, {})
  const attributes = (attributesList?.items ?? []).flatMap((attribute): FacetAttribute[] => {
    if (!attribute || !('is_filterable' in attribute) || !attribute.is_filterable) return []
    const { code, frontend_input, swatch_input_type } = attribute
    if (!CHOSEN_AMONG.includes(frontend_input ?? '')) return []
    return [{ code, isBoolean: frontend_input === 'BOOLEAN', hasSwatches: swatch_input_type === 'VISUAL' }]
  })
  return new Map(attributes.map((attribute) => [attribute.code, attribute]))
}
