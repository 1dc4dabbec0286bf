import { type Attribute, type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import type { View, Visit } from '../visit'

/** What a product has for an attribute: option id of a select, text of the store view, number; null: nothing. */
export function attributeValue(
  store: string,
  attribute: Attribute,
  product: CatalogueProduct,
): string | number | boolean | null {
  const { code, input } = attribute.fixture
  const ofVariant = product.values[code]
  if (ofVariant !== undefined) return ofVariant
  const given = product.fixture.attributes?.[code]
  if (given === undefined) return null
  if (input === 'select') return attribute.options.find(({ key }) => key === given)?.id ?? null
  return typeof given === 'object' ? textOf(given, store) : given
}

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
    const value = attributeValue(store.code, attribute, product)
    if (value === null) return []
    if (attribute.fixture.input !== 'select') {
      return [{ __typename: 'AttributeValue', code: attribute.fixture.code, value: String(value) }]
    }
    const option = attribute.options.find(({ id }) => id === value)!
    const label = textOf(option.label, store.code)
    return [
      {
        __typename: 'AttributeSelectedOptions',
        code: attribute.fixture.code,
        selected_options: [{ __typename: 'AttributeSelectedOption', label, value: String(option.id) }],
      },
    ]
  })
  return { items, errors: [] }
}

const FRONTEND_INPUT = { select: 'SELECT', text: 'TEXT', date: 'DATE', price: 'PRICE', boolean: 'BOOLEAN' } as const

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
