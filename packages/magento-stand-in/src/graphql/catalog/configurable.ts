import { type Attribute, type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import type { SwatchFixture } from '../../fixtures/types'
import { uid } from '../../ids'
import { isInStock, offeredVariants } from '../../sales/stock'
import type { ShowProduct, View, Visit } from '../visit'
import { galleryOf, mediaUrl } from './media'

/** What `selected_options` of a cart line names. */
export function valueUid(attribute: Attribute, optionId: number): string {
  return uid(`configurable/${attribute.id}/${optionId}`)
}

/** The attributes a product is configured by, in its order. */
export function configuredBy({ magento }: Pick<Visit, 'magento'>, product: CatalogueProduct): Attribute[] {
  const { fixture } = product
  if (fixture.type !== 'configurable') return []
  return fixture.options.map((code) => {
    const attribute = magento.catalogue.attributes.find((one) => one.fixture.code === code)
    if (!attribute) throw new Error(`${product.sku} is configured by ${code}, which is not there`)
    return attribute
  })
}

/** The variant that has all these values; null when they do not name exactly one. */
export function variantFor(
  visit: Pick<Visit, 'magento'>,
  product: CatalogueProduct,
  uids: string[],
): CatalogueProduct | null {
  const attributes = configuredBy(visit, product)
  const found = product.variants.filter((variant) =>
    attributes.every((attribute) => uids.includes(valueUid(attribute, variant.values[attribute.fixture.code]!))),
  )
  return found.length === 1 ? found[0]! : null
}

export function configurableFields(visit: Visit, product: CatalogueProduct, show: ShowProduct): View {
  const { magento, store } = visit
  const attributes = configuredBy(visit, product)
  const offered = () => offeredVariants(magento, product)
  const showsSoldOut = () => magento.settings.showOutOfStock || magento.faults.isOn('disabledVariantsLeak')
  const values = (attribute: Attribute) =>
    attribute.options.filter(({ id }) => offered().some((variant) => variant.values[attribute.fixture.code] === id))
  return {
    configurable_options: () =>
      attributes.map((attribute, position) => ({
        id: product.id * 10 + position,
        uid: uid(`${product.id}/${attribute.id}`),
        attribute_id: String(attribute.id),
        attribute_id_v2: attribute.id,
        attribute_uid: uid(attribute.id),
        attribute_code: attribute.fixture.code,
        label: textOf(attribute.fixture.label, store.code),
        position,
        product_id: product.id,
        use_default: false,
        values: values(attribute).map(({ id, label, swatch }) => ({
          uid: valueUid(attribute, id),
          value_index: id,
          label: textOf(label, store.code),
          store_label: textOf(label, store.code),
          default_label: textOf(label, magento.stores[0]!.code),
          use_default_value: true,
          swatch_data: swatchView(visit, swatch),
        })),
      })),
    variants: () =>
      offered()
        .filter((variant) => showsSoldOut() || isInStock(magento, variant))
        .map((variant) => ({
          attributes: attributes.map((attribute) => valueView(visit, attribute, variant)),
          product: show(variant),
        })),
    configurable_product_options_selection: ({
      configurableOptionValueUids,
    }: {
      configurableOptionValueUids?: string[]
    }) => selection(visit, product, configurableOptionValueUids ?? [], show),
  }
}

function valueView(visit: Visit, attribute: Attribute, variant: CatalogueProduct) {
  const { code } = attribute.fixture
  const option = attribute.options.find(({ id }) => id === variant.values[code])!
  return {
    code,
    label: textOf(option.label, visit.store.code),
    uid: valueUid(attribute, option.id),
    value_index: option.id,
  }
}

function swatchView({ magento }: Visit, swatch: SwatchFixture | null) {
  if (!swatch) return null
  if (swatch.kind === 'color') return { __typename: 'ColorSwatchData', value: swatch.value }
  if (swatch.kind === 'text') return { __typename: 'TextSwatchData', value: swatch.value }
  return { __typename: 'ImageSwatchData', value: `/${swatch.value}`, thumbnail: mediaUrl(magento, swatch.value) }
}

/** What is left to choose from once these values are chosen. */
function selection(visit: Visit, product: CatalogueProduct, chosen: string[], show: ShowProduct) {
  const { magento } = visit
  const attributes = configuredBy(visit, product)
  const possible = offeredVariants(magento, product).filter(
    (variant) =>
      isInStock(magento, variant) &&
      attributes.every((attribute) => {
        const ofAttribute = chosen.filter((one) => attribute.options.some(({ id }) => valueUid(attribute, id) === one))
        return (
          ofAttribute.length === 0 || ofAttribute.includes(valueUid(attribute, variant.values[attribute.fixture.code]!))
        )
      }),
  )
  const variant = variantFor(visit, product, chosen)
  const available = (attribute: Attribute) => {
    const uids = [...new Set(possible.map(({ values }) => valueUid(attribute, values[attribute.fixture.code]!)))]
    return magento.faults.isOn('incompleteSelection') ? uids.slice(1) : uids
  }
  return {
    options_available_for_selection: attributes.map((attribute) => ({
      attribute_code: attribute.fixture.code,
      option_value_uids: available(attribute),
    })),
    configurable_options: attributes.map((attribute) => ({
      uid: uid(`${product.id}/${attribute.id}`),
      attribute_code: attribute.fixture.code,
      label: textOf(attribute.fixture.label, visit.store.code),
      values: attribute.options
        .filter(({ id }) => product.variants.some(({ values }) => values[attribute.fixture.code] === id))
        .map(({ id, label, swatch }) => ({
          uid: valueUid(attribute, id),
          label: textOf(label, visit.store.code),
          is_available: available(attribute).includes(valueUid(attribute, id)),
          is_use_default: false,
          swatch: swatchView(visit, swatch),
        })),
    })),
    media_gallery: galleryOf(visit, variant ?? product),
    variant: variant && possible.includes(variant) ? show(variant) : null,
  }
}
