import { BackendUnavailable, type GoodsLine, type Locale, lineStatus, stockOf } from '@xiaopu/commerce'
import type { Ids, SkuKey } from '../mapping/ids'
import { GoodsBySkuDocument, VariantSelectionDocument } from '../operations/documents'
import type { MagentoRules } from '../options'
import type { StoreViews } from '../store/store-views'
import { type GoodsItem, type Offer, offersOf, suspectsOf } from './offer'
import type { StockDesk, StockSaid } from './stock'

/** Products in one request: each with all its variants. */
const AT_ONCE = 25

/** A SKU in words and figures of now. */
export interface Goods extends Offer {
  skuId: string
  productId: string
  name: string
  options: string[]
  /** The most one order may take by the shop's limit, whatever the stock. */
  limit: number
  maxQuantity: number
}

export interface GoodsNeeds {
  views: StoreViews
  stock: StockDesk
  ids: Ids
  rules: MagentoRules
}

/** Stock of now. While Magento is down, the cached catalogue says what it knew. */
export async function stockNow(stock: StockDesk, locale: Locale, skus: string[]): Promise<Map<string, StockSaid>> {
  try {
    return await stock.levels(locale, skus)
  } catch (error) {
    if (error instanceof BackendUnavailable) return new Map()
    throw error
  }
}

/** What of the product can be bought now, each variant the store disagrees about asked for by name. */
export async function offersNow(needs: GoodsNeeds, locale: Locale, item: GoodsItem, stock: Map<string, StockSaid>) {
  const notSold = new Set<string>()
  for (const { sku, values } of suspectsOf(item)) {
    if (!(await isSold(needs.views, locale, { sku, parentSku: item.sku! }, values))) notSold.add(sku)
  }
  return offersOf(item, { stock, lowAt: needs.rules.lowStockAt, notSold })
}

/** Whether the parent's own selection, given the values, leads to this variant. */
export async function isSold(views: StoreViews, locale: Locale, key: SkuKey, values: string[]): Promise<boolean> {
  const { products } = await views.readCached(locale, VariantSelectionDocument, { sku: key.parentSku!, values })
  const item = products?.items?.[0]
  if (!item || !('configurable_product_options_selection' in item)) return false
  return item.configurable_product_options_selection?.variant?.sku === key.sku
}

/** Those of the SKUs that are on sale, by id. */
export async function findGoods(
  needs: GoodsNeeds,
  locale: Locale,
  skuIds: readonly string[],
): Promise<Map<string, Goods>> {
  const { views, ids, rules } = needs
  const wanted = new Set(skuIds)
  const keys = (await Promise.all([...wanted].map((id) => ids.skuKey(id)))).filter((key) => key !== null)
  const skus = [...new Set(keys.map(({ sku, parentSku }) => parentSku ?? sku))].sort()
  const found = new Map<string, Goods>()
  for (let start = 0; start < skus.length; start += AT_ONCE) {
    const some = skus.slice(start, start + AT_ONCE)
    const [{ products }, stock] = await Promise.all([
      views.readCached(locale, GoodsBySkuDocument, { skus: some, size: some.length }),
      stockNow(needs.stock, locale, some),
    ])
    for (const item of products?.items ?? []) {
      if (!item?.sku || !item.url_key) continue
      const productId = await ids.ofProduct(item.url_key)
      for (const offer of await offersNow(needs, locale, item, stock)) {
        const skuId = await ids.ofSku(offer.key)
        if (wanted.has(skuId)) found.set(skuId, goodsOf(offer, { skuId, productId, name: item.name ?? '' }, rules))
      }
    }
  }
  return found
}

function goodsOf(offer: Offer, what: Pick<Goods, 'skuId' | 'productId' | 'name'>, rules: MagentoRules): Goods {
  const options = offer.values.map(({ label }) => label)
  return { ...offer, ...what, options, limit: rules.maxPerOrder, maxQuantity: mostOf(offer, rules) }
}

/** The same with a number for its stock; null: nobody knows one. */
export function withSalable(goods: Goods, salable: number | null, rules: MagentoRules): Goods {
  if (salable === null || !goods.buyable) return goods
  const stock = stockOf(Math.max(0, Math.floor(salable)), rules.lowStockAt)
  return { ...goods, stock, maxQuantity: mostOf({ stock, buyable: true }, rules) }
}

/** Pieces of it one order may take now. */
export function mostOf({ stock, buyable }: Pick<Offer, 'stock' | 'buyable'>, { maxPerOrder }: MagentoRules): number {
  if (!buyable || stock.status === 'sold_out') return 0
  return Math.min(stock.available ?? maxPerOrder, maxPerOrder)
}

/** How `quantity` pieces of it stand now. More than one order may take is `insufficient`, too. */
function statusOf(goods: Goods, quantity: number): GoodsLine['status'] {
  if (!goods.buyable) return 'off_sale'
  const status = lineStatus(goods.stock, quantity)
  return status !== 'sold_out' && quantity > goods.limit ? 'insufficient' : status
}

export function goodsLine(goods: Goods, quantity: number): GoodsLine {
  const status = statusOf(goods, quantity)
  const { productId, skuId, name, options, picture, price, compareAt, stock, maxQuantity } = goods
  return {
    ...{ productId, skuId, name, options, picture, unitPrice: price, compareAt, quantity, status },
    available: status === 'insufficient' ? maxQuantity : stock.available,
    maxQuantity,
    pickup: null,
  }
}

/** Goods Magento does not sell (any more), as a line: as they are remembered, or as nothing. */
export function goneLine(skuId: string, quantity: number, remembered?: GoodsLine): GoodsLine {
  return {
    productId: remembered?.productId ?? '',
    skuId,
    name: remembered?.name ?? '',
    options: remembered?.options ?? [],
    picture: remembered?.picture ?? null,
    unitPrice: remembered?.unitPrice ?? 0,
    compareAt: null,
    quantity,
    status: 'off_sale',
    available: null,
    maxQuantity: 0,
    pickup: null,
  }
}
