import { textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { toFloat } from '../../money'
import { lineIsEnabled, piecesOf, productOf, soldProduct } from '../../sales/carts'
import { refusalOf } from '../../sales/salability'
import type { LineTotals } from '../../sales/totals'
import type { Cart, CartItem } from '../../state/state'
import { configuredBy, valueUid } from '../catalog/configurable'
import { discountView } from '../catalog/price-view'
import { productView } from '../catalog/product-view'
import { money, type View, type Visit } from '../visit'

const TYPE_NAME = {
  simple: 'SimpleCartItem',
  virtual: 'VirtualCartItem',
  configurable: 'ConfigurableCartItem',
  bundle: 'BundleCartItem',
  grouped: 'SimpleCartItem',
} as const

export function cartItemView(visit: Visit, cart: Cart, line: LineTotals): View {
  const { magento } = visit
  const { item } = line
  const product = productOf(magento, item)
  const refusal = lineIsEnabled(magento, item)
    ? refusalOf(magento, cart, item)
    : ({ code: 'NOT_SALABLE', message: 'This product is currently disabled.' } as const)
  return {
    __typename: TYPE_NAME[product.type],
    id: String(item.id),
    uid: uid(item.id),
    quantity: item.quantity,
    min_qty: 1,
    max_qty: magento.settings.maxSaleQuantity,
    is_available: refusal === null,
    not_available_message: refusal?.message ?? null,
    errors: refusal
      ? [{ code: refusal.code === 'NOT_SALABLE' ? 'UNDEFINED' : 'ITEM_QTY', message: refusal.message }]
      : null,
    product: () => productView(visit, product),
    prices: () => itemPrices(visit, line),
    customizable_options: [],
    gift_message: null,
    ...(product.type === 'configurable' ? configurableFields(visit, item) : {}),
    ...(product.type === 'bundle' ? { bundle_options: () => bundleOptions(visit, item) } : {}),
  }
}

function itemPrices(visit: Visit, { item, price, original, row, discount }: LineTotals) {
  return {
    price: money(visit, price),
    price_including_tax: money(visit, price),
    original_item_price: money(visit, original),
    original_row_total: money(visit, original * item.quantity),
    row_total: money(visit, row),
    row_total_including_tax: money(visit, row),
    total_item_discount: money(visit, discount),
    catalog_discount: discountView(original, price),
    row_catalog_discount: discountView(original * item.quantity, row),
    fixed_product_taxes: [],
    discounts:
      discount > 0 ? [{ label: 'Discount', amount: money(visit, discount), applied_to: 'ITEM', coupon: null }] : null,
  }
}

function configurableFields(visit: Visit, item: CartItem): View {
  const variant = soldProduct(visit.magento, item)
  const product = productOf(visit.magento, item)
  return {
    configured_variant: () => productView(visit, variant),
    configurable_options: () =>
      configuredBy(visit, product).map((attribute) => {
        const option = attribute.options.find(({ id }) => id === variant.values[attribute.fixture.code])!
        return {
          id: attribute.id,
          value_id: option.id,
          option_label: textOf(attribute.fixture.label, visit.store.code),
          value_label: textOf(option.label, visit.store.code),
          configurable_product_option_uid: uid(`${product.id}/${attribute.id}`),
          configurable_product_option_value_uid: valueUid(attribute, option.id),
        }
      }),
  }
}

function bundleOptions(visit: Visit, item: CartItem) {
  return piecesOf(visit.magento, item).map(({ sku, quantity }, index) => {
    const part = visit.magento.catalogue.bySku.get(sku)!
    const label = textOf(part.name, visit.store.code)
    return {
      id: index + 1,
      uid: uid(`bundle/${index + 1}`),
      label,
      type: 'select',
      values: [{ id: index + 1, uid: item.selected[index], label, quantity, price: toFloat(0) }],
    }
  })
}
