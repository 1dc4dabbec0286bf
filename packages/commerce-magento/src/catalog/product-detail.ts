import type { Context, Locale, Picture, Product, Sku, Stock, Video } from '@xiaopu/commerce'
import { colourOf } from '../mapping/colours'
import { encodeId } from '../mapping/ids'
import { pictureOf } from '../mapping/pictures'
import { plainText } from '../mapping/plain-text'
import { videoOf } from '../mapping/videos'
import { ProductDetailDocument, type ProductDetailQuery } from '../operations/documents'
import { type CardNeeds, summaryOf } from './cards'
import { type GoodsNeeds, mostOf, offersNow, stockNow } from './goods'
import { isShownOnly, type Offer, optionsOf } from './offer'

type Detail = NonNullable<NonNullable<NonNullable<ProductDetailQuery['products']>['items']>[number]>

/** Said of what cannot be bought here, before anything else that is said of it. */
const SHOWN_ONLY: Record<Locale, string> = {
  'zh-CN': '此商品需要组合或定制，暂不支持在小程序内购买，请联系客服或前往门店。',
  en: 'This product is put together or made to order. It cannot be bought here yet: please ask us, or visit a store.',
}

/** The product as it is now; null: unknown, or nothing of it is on sale. */
export async function productDetail(
  needs: CardNeeds & GoodsNeeds,
  context: Context,
  productId: string,
): Promise<Product | null> {
  const { views, ids, stock } = needs
  const urlKey = await ids.urlKey(productId)
  if (urlKey === null) return null
  const { products } = await views.readCached(context.locale, ProductDetailDocument, { urlKey })
  const item = products?.items?.[0]
  if (!item?.sku || !item.url_key) return null
  const levels = await stockNow(stock, context.locale, [item.sku])
  const offers = await offersNow(needs, context.locale, item, levels)
  if (offers.length === 0) return null
  return present(needs, context, item, offers)
}

async function present(
  needs: CardNeeds & GoodsNeeds,
  { locale }: Context,
  item: Detail,
  offers: Offer[],
): Promise<Product> {
  const summary = await summaryOf(needs, item)
  const pictures = picturesOf(item)
  const description = plainText(item.description?.html)
  const prices = offers.map(({ price }) => price)
  const cheapest = offers.reduce((least, offer) => (offer.price < least.price ? offer : least))
  return {
    ...summary,
    picture: summary.picture ?? pictures[0] ?? null,
    price: isShownOnly(item)
      ? summary.price
      : { from: cheapest.price, to: Math.max(...prices), compareAt: cheapest.compareAt },
    stock: together(offers.map((offer) => offer.stock)),
    description: isShownOnly(item) ? `${SHOWN_ONLY[locale]}\n\n${description}`.trim() : description,
    video: filmOf(item),
    pictures,
    options: offeredOptions(item, offers),
    skus: await Promise.all(offers.map((offer) => skuOf(needs, offer))),
    categoryIds: (item.categories ?? []).flatMap((category) => (category ? encodeId(category.uid) : [])),
  }
}

/** Options with the values that something on offer has. */
function offeredOptions(item: Detail, offers: Offer[]): Product['options'] {
  if (item.__typename !== 'ConfigurableProduct') return []
  const offered = new Set(offers.flatMap(({ selected }) => selected))
  return optionsOf(item).map((option) => ({
    id: encodeId(option.uid),
    name: option.label ?? '',
    values: (option.values ?? []).flatMap((value) => {
      if (!value?.uid || !offered.has(value.uid)) return []
      const swatch = value.swatch_data
      const url = swatch && 'thumbnail' in swatch ? swatch.thumbnail : null
      const name = value.label ?? ''
      const colour = swatch?.__typename === 'ColorSwatchData' ? colourOf(swatch.value) : null
      return [{ id: encodeId(value.uid), name, picture: pictureOf({ url }, name), colour }]
    }),
  }))
}

async function skuOf({ ids, rules }: GoodsNeeds, offer: Offer): Promise<Sku> {
  const { key, selected, price, compareAt, stock, picture } = offer
  return {
    id: await ids.ofSku(key),
    code: key.sku,
    optionValueIds: selected.map(encodeId),
    price,
    compareAt,
    stock,
    maxQuantity: mostOf(offer, rules),
    pickup: null,
    picture: key.parentSku === null ? null : picture,
  }
}

/** What the merchant shows, in their order. */
const galleryOf = (item: Detail) =>
  (item.media_gallery ?? [])
    .filter((entry) => entry !== null)
    .filter(({ disabled }) => !disabled)
    .sort((one, other) => (one.position ?? 0) - (other.position ?? 0))

const picturesOf = (item: Detail): Picture[] =>
  galleryOf(item)
    .filter(({ __typename }) => __typename === 'ProductImage')
    .flatMap((image) => pictureOf(image, item.name ?? '') ?? [])

/** The first that can be played. */
function filmOf(item: Detail): Video | null {
  for (const entry of galleryOf(item)) {
    const video = entry.__typename === 'ProductVideo' ? videoOf(entry, item.name ?? '') : null
    if (video) return video
  }
  return null
}

/** Of several SKUs: as good as the best of them, as many as all of them. */
function together(stocks: Stock[]): Stock {
  const available = stocks.reduce<number | null>(
    (sum, stock) => (sum === null || stock.available === null ? null : sum + stock.available),
    0,
  )
  const has = (status: Stock['status']) => stocks.some((stock) => stock.status === status)
  if (has('in_stock')) return { status: 'in_stock', available }
  return has('low_stock') ? { status: 'low_stock', available } : { status: 'sold_out', available: 0 }
}
