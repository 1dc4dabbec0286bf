import type { PriceRange, Product, ProductSummary, ReviewSummary, Sku, Stock, StorePickup } from '@xiaopu/contract'
import { LOW_STOCK, type StockedProduct, type StockedSku } from './catalogue'
import { pictureOf } from './pictures'
import type { View } from './words'

export const FREE_SHIPPING_FROM = 199_00

export const stockOf = ({ stock, onSale }: StockedSku): Stock => {
  const available = onSale ? stock : 0
  return { status: available === 0 ? 'sold_out' : available <= LOW_STOCK ? 'low_stock' : 'in_stock', available }
}

export const mostOf = (sku: StockedSku): number => Math.min(sku.limit, stockOf(sku).available ?? 0)

export const optionWords = (product: StockedProduct, sku: StockedSku, { locale }: View): string[] =>
  product.options.map(({ values }, index) => values.find(({ id }) => id === sku.valueIds[index])?.name[locale] ?? '')

const priceOf = (skus: StockedSku[]): PriceRange => {
  const cheapest = skus.reduce((least, sku) => (sku.price < least.price ? sku : least))
  return { from: cheapest.price, to: Math.max(...skus.map(({ price }) => price)), compareAt: cheapest.compareAt }
}

export function summaryOf(product: StockedProduct, view: View): ProductSummary {
  const stock = product.skus.reduce((sum, sku) => sum + (stockOf(sku).available ?? 0), 0)
  const price = priceOf(product.skus)
  const tag =
    stock === 0
      ? 'sold_out'
      : stock <= LOW_STOCK
        ? 'low_stock'
        : price.compareAt
          ? 'sale'
          : product.isNew
            ? 'new'
            : null
  return {
    id: product.id,
    name: product.name[view.locale],
    subtitle: product.subtitle[view.locale],
    picture: pictureOf(product.photograph, view),
    price,
    tag,
    soldCount: product.soldCount,
    available: stock > 0,
    pickupOnly: false,
  }
}

interface Surroundings {
  reviews: ReviewSummary
  pickupOf: (sku: StockedSku) => StorePickup | null
}

export function productOf(product: StockedProduct, { reviews, pickupOf }: Surroundings, view: View): Product {
  const picture = pictureOf(product.photograph, view)
  const skuOf = (sku: StockedSku): Sku => ({
    id: sku.id,
    code: sku.id.toUpperCase(),
    optionValueIds: sku.valueIds,
    price: sku.price,
    compareAt: sku.compareAt,
    stock: stockOf(sku),
    maxQuantity: mostOf(sku),
    pickup: pickupOf(sku),
    picture: null,
  })
  const { film } = product
  return {
    ...summaryOf(product, view),
    video: film
      ? {
          src: `${view.origin}/media/${film.name}.mp4`,
          poster: { ...picture, full: picture.full.replace('-1200', '-still-1200') },
          ...{ seconds: film.seconds, bytes: film.bytes, width: 720, height: 720 },
        }
      : null,
    description: product.description[view.locale],
    pictures: [picture, { ...picture, full: picture.full.replace('-1200', '-detail-1200') }],
    options: product.options.map(({ id, name, values }) => ({
      id,
      name: name[view.locale],
      values: values.map(({ id, name, colour }) => ({ id, name: name[view.locale], picture: null, colour })),
    })),
    skus: product.skus.map(skuOf),
    categoryIds: product.categoryIds,
    reviews,
    shipsWithinHours: 48,
    freeShippingFrom: FREE_SHIPPING_FROM,
  }
}
