import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { toFloat } from '../../money'
import { priceOf } from '../../sales/prices'
import type { ShowProduct, View, Visit } from '../visit'
import { rangeView } from './price-view'

/** What `selected_options` of a bundle in the cart names. */
export function bundleOptionUid(product: CatalogueProduct, item: number, option: number, quantity: number): string {
  return uid(`bundle/${product.id + item}/${option + 1}/${quantity}`)
}

export function bundleFields(visit: Visit, product: CatalogueProduct, show: ShowProduct): View {
  const { magento, store } = visit
  const { fixture } = product
  if (fixture.type !== 'bundle') return {}
  return {
    dynamic_price: true,
    dynamic_sku: true,
    dynamic_weight: true,
    price_view: 'PRICE_RANGE',
    ship_bundle_items: 'TOGETHER',
    items: () =>
      fixture.items.map(({ title, required, options }, index) => ({
        option_id: product.id + index,
        uid: uid(`bundle/${product.id + index}`),
        title: textOf(title, store.code),
        required,
        type: 'select',
        position: index + 1,
        sku: product.sku,
        price_range: rangeView(visit, product),
        options: options.map(({ sku, quantity, isDefault }, position) => {
          const part = magento.catalogue.bySku.get(sku)
          return {
            id: position + 1,
            uid: bundleOptionUid(product, index, position, quantity),
            label: part ? textOf(part.name, store.code) : null,
            is_default: isDefault ?? false,
            can_change_quantity: false,
            position: position + 1,
            price: part ? toFloat(priceOf(magento, part).final) : 0,
            price_type: 'DYNAMIC',
            qty: quantity,
            quantity,
            product: part ? show(part) : null,
          }
        }),
      })),
  }
}

export function groupedFields(visit: Visit, product: CatalogueProduct, show: ShowProduct): View {
  const { fixture } = product
  if (fixture.type !== 'grouped') return {}
  return {
    items: () =>
      fixture.items.flatMap(({ sku, quantity }, index) => {
        const part = visit.magento.catalogue.bySku.get(sku)
        return part ? [{ position: index + 1, qty: quantity, product: show(part) }] : []
      }),
  }
}
