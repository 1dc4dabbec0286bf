import type { CatalogPort, Context, Locale } from '@xiaopu/commerce'
import { ProductListDocument } from '../operations/documents'
import { CARDS_AT_ONCE, type CardNeeds, isListed, summaryOf } from './cards'
import { categoryTree } from './categories'
import { findGoods, type Goods, type GoodsNeeds, isSold, withSalable } from './goods'
import type { Inventory } from './inventory'
import { productDetail } from './product-detail'
import { productPage } from './product-list'
import { relatedTo } from './related'

export interface Catalogue {
  port: CatalogPort
  /** Those of the SKUs that are on sale, by id, with the stock of now. */
  goods(locale: Locale, skuIds: readonly string[]): Promise<Map<string, Goods>>
  /**
   * One SKU that is about to be bought, looked at closely: a variant is asked for by its option values, as `variants`
   * cannot be trusted, and where the storefront tells no numbers Magento's inventory is asked for one.
   */
  closely(locale: Locale, skuId: string): Promise<Goods | undefined>
}

export function createCatalogue(needs: CardNeeds & GoodsNeeds & { inventory: Inventory }): Catalogue {
  return {
    port: {
      categories: (context) => categoryTree(needs.views, context),
      products: (context, query) => productPage(needs, context, query),
      product: (context, productId) => productDetail(needs, context, productId),
      related: (context, productId, limit) => relatedTo(needs, context, productId, limit),
      summaries: (context, productIds) => summaries(needs, context, productIds),
    },
    goods: (locale, skuIds) => findGoods(needs, locale, skuIds),
    async closely(locale, skuId) {
      const goods = (await findGoods(needs, locale, [skuId])).get(skuId)
      if (!goods || goods.stock.status === 'sold_out') return goods
      const { key, selected } = goods
      if (key.parentSku !== null && !(await isSold(needs.views, locale, key, selected))) return undefined
      if (goods.stock.available !== null) return goods
      return withSalable(goods, await needs.inventory.salable(key.sku), needs.rules)
    },
  }
}

/** Those of the products that are on sale, in the order asked. */
async function summaries(needs: CardNeeds, context: Context, productIds: string[]) {
  const urlKeys = await Promise.all(productIds.map((id) => needs.ids.urlKey(id)))
  const wanted = [...new Set(urlKeys.filter((key) => key !== null))]
  const found = new Map<string, Awaited<ReturnType<typeof summaryOf>>>()
  for (let start = 0; start < wanted.length; start += CARDS_AT_ONCE) {
    const some = wanted.slice(start, start + CARDS_AT_ONCE)
    const { products } = await needs.views.readCached(context.locale, ProductListDocument, {
      filter: { url_key: { in: some } },
      sort: null,
      size: some.length,
      page: 1,
    })
    for (const card of products?.items ?? []) {
      if (!isListed(card)) continue
      const summary = await summaryOf(needs, card)
      found.set(summary.id, summary)
    }
  }
  return productIds.flatMap((id) => found.get(id) ?? [])
}
