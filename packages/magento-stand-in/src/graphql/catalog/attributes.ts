import { type Attribute, type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import type { View, Visit } from '../visit'

/** What a product has for an attribute: option ids, text of the store view, number, yes or no; none: nothing. */
export function attributeValues(
  store: string,
  attribute: Attribute,
  product: CatalogueProduct,
): (string | number | boolean)[] {
  const { code } = attribute.fixture
  const ofVariant = product.values[code]
  if (ofVariant !== undefined) return [ofVariant]
  const given = product.fixture.attributes?.[code]
  if (given === undefined) return []
  if (hasOptions(attribute)) {
    const keys = Array.isArray(given) ? given : [given]
    return attribute.options.filter(({ key }) => keys.includes(key)).map(({ id }) => id)
  }
  if (Array.isArray(given)) throw new Error(`${product.sku} has several values of ${code}, which is no multiselect`)
  return [typeof given === 'object' ? textOf(given, store) : given]
}

/** The same as its field in the schema tells it: of a multiselect, the ids with commas between; null: nothing. */
export function attributeValue(
  store: string,
  attribute: Attribute,
  product: CatalogueProduct,
): string | number | boolean | null {
  const values = attributeValues(store, attribute, product)
  return attribute.fixture.input === 'multiselect' ? values.join(',') || null : (values[0] ?? null)
}

export const hasOptions = ({ fixture: { input } }: Attribute) => input === 'select' || input === 'multiselect'

/** The product fields that Magento generates from the attributes. */
export function attributeFields({ magento, store }: Visit, product: CatalogueProduct): View {
  return Object.fromEntries(
    magento.catalogue.attributes.map((attribute) => {
      const value = attributeValue(store.code, attribute, product)
      return [attribute.fixture.code, typeof value === 'boolean' ? Number(value) : value]
    }),
  )
}

export function customAttributes({ magento, store }: Visit, product: CatalogueProduct) {
  const items = magento.catalogue.attributes.flatMap((attribute): View[] => {
    const values = attributeValues(store.code, attribute, product)
    const { code } = attribute.fixture
    if (values.length === 0) return []
    if (!hasOptions(attribute)) return [{ __typename: 'AttributeValue', code, value: String(values[0]) }]
    const chosen = attribute.options.filter(({ id }) => values.includes(id))
    return [
      {
        __typename: 'AttributeSelectedOptions',
        code,
        selected_options: chosen.map(({ id, label }) => ({
          __typename: 'AttributeSelectedOption',
          label: textOf(label, store.code),
          value: String(id),
        })),
      },
    ]
  })
  return { items, errors: [] }
}

const FRONTEND_INPUT = {
  select: 'SELECT',
  multiselect: 'MULTISELECT',
  text: 'TEXT',
  date: 'DATE',
  price: 'PRICE',
  boolean: 'BOOLEAN',
} as const

/** How the merchant shows the options: by colours and pictures, by words in boxes, or in a list. */
function swatchInput(options: Attribute['options']): 'VISUAL' | 'TEXT' | null {
  const kinds = options.flatMap(({ swatch }) => swatch?.kind ?? [])
  if (kinds.length === 0) return null
  return kinds.every((kind) => kind === 'text') ? 'TEXT' : 'VISUAL'
}

interface ListArguments {
  entityType: string
  filters?: Record<string, boolean | null> | null
}
/** `attributesList`: the merchant's own attributes and the price. */
export function attributesList({ magento, store }: Visit, { entityType, filters }: ListArguments) {
  if (entityType !== 'CATALOG_PRODUCT') return { items: [], errors: [] }
  const price = {
    code: 'price',
    label: { [magento.stores[0]!.code]: '价格', en: 'Price' },
    input: 'price' as const,
    filterable: true,
    sortable: true,
  }
  const all = [{ fixture: price, options: [] as Attribute['options'] }, ...magento.catalogue.attributes]
  const items = all.map(({ fixture, options }) => ({
    __typename: 'CatalogAttributeMetadata',
    code: fixture.code,
    label: textOf(fixture.label, store.code),
    entity_type: 'CATALOG_PRODUCT',
    frontend_input: FRONTEND_INPUT[fixture.input],
    frontend_class: null,
    default_value: null,
    is_required: false,
    is_unique: false,
    is_filterable: fixture.filterable ?? false,
    is_filterable_in_search: fixture.filterable ?? false,
    is_searchable: 'searchable' in fixture ? (fixture.searchable ?? false) : false,
    is_comparable: false,
    is_html_allowed_on_front: true,
    is_visible_on_front: true,
    is_visible_in_advanced_search: false,
    is_wysiwyg_enabled: false,
    is_used_for_price_rules: false,
    is_used_for_promo_rules: false,
    used_in_product_listing: true,
    swatch_input_type: swatchInput(options),
    options: options.map(({ id, label }) => ({
      __typename: 'AttributeOptionMetadata',
      value: String(id),
      label: textOf(label, store.code),
      is_default: false,
    })),
    uid: uid(fixture.code),
  }))
  const wanted = Object.entries(filters ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return {
    items: items.filter((item) =>
      wanted.every(([name, value]) => ((item as Record<string, unknown>)[name] ?? false) === value),
    ),
    errors: [],
  }
}
