import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import type { Magento } from '../../magento'
import { toFloat } from '../../money'
import { priceOf } from '../../sales/prices'
import { isInStock, isVisible, salable } from '../../sales/stock'
import { inputError } from '../errors'
import type { PageArguments, View, Visit } from '../visit'
import { attributeFields, customAttributes } from './attributes'
import { categoryView } from './category-view'
import { bundleFields, groupedFields } from './composite'
import { configurableFields } from './configurable'
import { galleryOf, imageOf, swatchImageOf } from './media'
import { rangeView, tiersView } from './price-view'
import { approvedReviews, reviewView } from './reviews'

const TYPE_NAME = {
  simple: 'SimpleProduct',
  virtual: 'VirtualProduct',
  configurable: 'ConfigurableProduct',
  bundle: 'BundleProduct',
  grouped: 'GroupedProduct',
} as const

export function productView(visit: Visit, product: CatalogueProduct): View {
  const { magento, store } = visit
  const { fixture } = product
  const show = (other: CatalogueProduct) => productView(visit, other)
  const text = (value: Parameters<typeof textOf>[0]) => textOf(value, store.code)
  const html = (value: Parameters<typeof textOf>[0]) => ({ html: text(value) })
  const linked = (skus: string[] | undefined) =>
    (skus ?? [])
      .flatMap((sku) => magento.catalogue.bySku.get(sku) ?? [])
      .filter((other) => isVisible(magento, other, store))
      .map(show)
  const reviews = () => approvedReviews(magento, product)
  const path = `${urlKeyOf(product)}.html`
  return {
    __typename: TYPE_NAME[product.type],
    id: product.id,
    uid: uid(product.id),
    sku: product.sku,
    type_id: product.type,
    attribute_set_id: 4,
    name: text(product.name),
    url_key: urlKeyOf(product),
    url_suffix: '.html',
    url_path: null,
    canonical_url: null,
    relative_url: path,
    redirect_code: 0,
    type: 'PRODUCT',
    created_at: fixture.createdAt ?? '2024-01-01 00:00:00',
    updated_at: fixture.createdAt ?? '2024-01-01 00:00:00',
    new_from_date: fixture.newFrom ?? null,
    new_to_date: fixture.newTo ?? null,
    meta_title: text(fixture.metaTitle) || null,
    meta_description: text(fixture.metaDescription) || null,
    meta_keyword: null,
    description: html(fixture.description),
    short_description: html(fixture.shortDescription),
    weight: 1,
    options: null,
    image: () => imageOf(visit, product),
    small_image: () => imageOf(visit, product),
    thumbnail: () => imageOf(visit, product),
    swatch_image: () => swatchImageOf(visit, product),
    media_gallery: () => galleryOf(visit, product),
    stock_status: () => (isInStock(magento, product) ? 'IN_STOCK' : 'OUT_OF_STOCK'),
    only_x_left_in_stock: () => onlyLeft(magento, product),
    quantity: () => quantityOf(magento, product),
    min_sale_qty: 1,
    max_sale_qty: magento.settings.maxSaleQuantity,
    price_range: () => rangeView(visit, product),
    price_tiers: () => tiersView(visit, product),
    special_price: () => {
      const { regular, final } = priceOf(magento, product)
      return product.price && final < regular ? toFloat(final) : null
    },
    special_from_date: null,
    special_to_date: null,
    categories: () => product.categories.map((category) => categoryView(visit, category, show)),
    related_products: () => linked(magento.state.related[product.sku] ?? fixture.related),
    upsell_products: () => linked(fixture.upsell),
    crosssell_products: [],
    rating_summary: () => {
      const stars = reviews().map((review) => review.stars)
      return stars.length === 0 ? 0 : Math.round((stars.reduce((sum, one) => sum + one, 0) / stars.length) * 20)
    },
    review_count: () => reviews().length,
    reviews: (page: PageArguments) => reviewPage(visit, product, page),
    custom_attributesV2: () => customAttributes(visit, product),
    ...attributeFields(visit, product),
    ...(product.type === 'configurable' ? configurableFields(visit, product, show) : {}),
    ...(product.type === 'bundle' ? bundleFields(visit, product, show) : {}),
    ...(product.type === 'grouped' ? groupedFields(visit, product, show) : {}),
  }
}

export function urlKeyOf({ parent, fixture, sku }: CatalogueProduct): string {
  return parent ? sku.toLowerCase() : fixture.urlKey
}

function reviewPage(visit: Visit, product: CatalogueProduct, { pageSize, currentPage }: PageArguments) {
  const all = approvedReviews(visit.magento, product)
  const size = pageSize ?? 20
  if (size < 1) throw inputError('pageSize value must be greater than 0.')
  if ((currentPage ?? 1) < 1) throw inputError('currentPage value must be greater than 0.')
  // Past the last page a collection of Magento's is on its last one.
  const page = Math.max(1, Math.min(currentPage ?? 1, Math.ceil(all.length / size)))
  return {
    items: all
      .slice((page - 1) * size, page * size)
      .map((review) => reviewView(review, () => productView(visit, product))),
    page_info: { current_page: page, page_size: size, total_pages: Math.ceil(all.length / size) },
  }
}

/** null unless the merchant has set a threshold and the stock is at or below it. */
function onlyLeft(magento: Magento, product: CatalogueProduct): number | null {
  const { stockThreshold } = magento.settings
  if (stockThreshold <= 0 || !product.price) return null
  const pieces = salable(magento, product.sku)
  return pieces > 0 && pieces <= stockThreshold ? pieces : null
}

function quantityOf(magento: Magento, product: CatalogueProduct): number | null {
  if (product.price) return salable(magento, product.sku)
  return product.variants.reduce((sum, variant) => sum + salable(magento, variant.sku), 0)
}
