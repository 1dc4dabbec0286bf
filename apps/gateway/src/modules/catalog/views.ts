import type * as commerce from '@xiaopu/commerce'
import type {
  Category,
  DeliveryEstimate,
  Facet,
  Product,
  ProductSummary,
  ProductTag,
  ReviewSummary,
} from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type { VideoView } from '../media/video-view'

/** The tree has two levels in the app; what lies deeper is reached through the second. */
export const categoryView =
  (picture: PictureView) =>
  (category: commerce.Category): Category => ({
    ...categoryFields(picture, category),
    children: category.children.map((child) => categoryFields(picture, child)),
  })

function categoryFields(picture: PictureView, category: commerce.Category) {
  const { id, name, productCount } = category
  return { id, name, picture: picture(category.picture), productCount }
}

export const summaryView =
  (picture: PictureView) =>
  (product: commerce.ProductSummary): ProductSummary => ({
    id: product.id,
    name: product.name,
    subtitle: product.subtitle,
    picture: picture(product.picture),
    price: product.price,
    tag: productTag(product),
    soldCount: product.soldCount,
    available: product.stock.status !== 'sold_out',
    pickupOnly: product.pickupOnly,
  })

export const productView =
  (picture: PictureView, video: VideoView, rules: commerce.ShopPromises) =>
  (product: commerce.Product, reviews: ReviewSummary): Product => ({
    ...summaryView(picture)(product),
    description: product.description,
    video: video(product.video),
    pictures: product.pictures.map((each) => picture(each)!),
    options: product.options.map(({ id, name, values }) => ({
      id,
      name,
      values: values.map((value) => ({ ...value, picture: picture(value.picture) })),
    })),
    skus: product.skus.map((sku) => ({
      id: sku.id,
      code: sku.code,
      optionValueIds: sku.optionValueIds,
      price: sku.price,
      compareAt: sku.compareAt,
      stock: sku.stock,
      maxQuantity: sku.maxQuantity,
      pickup: sku.pickup,
      picture: picture(sku.picture),
    })),
    categoryIds: product.categoryIds,
    reviews,
    shipsWithinHours: rules.shipsWithinHours,
    freeShippingFrom: rules.freeShippingFrom,
  })

/** Where it is sent, the threshold is that of the place. */
export function deliveryView(estimate: commerce.DeliveryEstimate, promises: commerce.ShopPromises): DeliveryEstimate {
  const { shipsWithinHours, freeShippingFrom } = promises
  const common = { deliverable: estimate.ok, shipsWithinHours, freeShippingFrom }
  if (!estimate.ok) return { ...common, undeliverableBecause: estimate.because, fee: null, terms: null }
  const { fee, terms } = estimate
  const there = terms ? terms.freeFrom : freeShippingFrom
  return { ...common, undeliverableBecause: null, fee, terms, freeShippingFrom: there }
}

/** What cannot be asked for is not offered: a facet without values, and what is in stock where the back end cannot tell. */
export const facetsView = (facets: commerce.Facet[], { stockFilter }: commerce.Capabilities): Facet[] =>
  facets.filter((facet) => (facet.kind === 'choice' ? facet.values.length > 0 : facet.kind === 'price' || stockFilter))

/** One tag at most: that it cannot be had, that it costs less than it did, that it will soon be gone, that it is new. */
export function productTag(product: Pick<commerce.ProductSummary, 'stock' | 'price' | 'isNew'>): ProductTag | null {
  const { stock, price, isNew } = product
  if (stock.status === 'sold_out') return 'sold_out'
  if (price.compareAt !== null && price.compareAt > price.from) return 'sale'
  if (stock.status === 'low_stock') return 'low_stock'
  return isNew ? 'new' : null
}
