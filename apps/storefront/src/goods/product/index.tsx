import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { page } from '../../app-shell'
import { useCartCount } from '../../features/cart'
import { useProduct, useRelated } from '../../features/catalog'
import { useDelivery } from '../../features/delivery/use-delivery'
import { RecentViews } from '../../features/keepsakes/recent-views/RecentViews'
import { useFavourite } from '../../features/keepsakes/use-favourite'
import { useRememberView } from '../../features/keepsakes/use-remember-view'
import { ProductRow } from '../../features/product'
import {
  BuyBar,
  Gallery,
  ProductBar,
  ProductFacts,
  Story,
  standingOf,
  useBuying,
  useSolidBar,
  useStoreStock,
} from '../../features/product-detail'
import { RestockFooter } from '../../features/restock/restock-footer/RestockFooter'
import { useRestock } from '../../features/restock/use-restock'
import { FirstReviews, writeNarrowing } from '../../features/reviews'
import { isPickupOnly, SkuSheet } from '../../features/sku'
import { CouponStrip } from '../../features/wallet/coupon-strip/CouponStrip'
import { useProductCampaigns } from '../../features/wallet/use-product-campaigns'
import { type Translate, useLocale } from '../../i18n'
import { LoadState } from '../../ui'
import { isSinglePage, open, toast, urlOf, useRouteParameters, useSharing } from '../../wechat'
import '../sentences'
import './index.scss'
import { ProductSkeleton } from './ProductSkeleton'
import { Promises } from './Promises'

function ProductPage() {
  const { t } = useLocale()
  const { id } = useRouteParameters('product')
  // Critical: without the product there is no page.
  const { product, gone, error, refresh } = useProduct(id)
  // In Moments there is this page and nobody in particular: no login, no other page, and so nothing that needs either.
  const singlePage = isSinglePage()
  const visited = singlePage ? undefined : product
  // Asked for at once: they stand above the fold, and what comes later would push down what is being read.
  const { campaigns, awaited } = useProductCampaigns(singlePage ? undefined : id, product !== undefined)
  useRememberView(visited)
  // Deferred: a number and a heart in the bar, stores that have it, and what else may be liked. The reviews below are deferred too.
  const cartCount = useCartCount()
  const related = useRelated(visited?.id)
  const favourite = useFavourite(visited?.id)
  const buying = useBuying(product, refresh)
  const delivery = useDelivery(product?.id, buying.sku?.id ?? null)
  const inStores = useStoreStock(product, buying.sku?.id ?? null, !singlePage)
  const [asksRegion, setAsksRegion] = useState(false)
  const restock = useRestock(visited, refresh)
  const solid = useSolidBar()
  useSharing(() => ({
    title: product?.name ?? '',
    path: product ? urlOf('product', { id: product.id }) : urlOf('home'),
    imageUrl: product?.picture?.card,
  }))

  if (!product || awaited)
    return (
      <View className="product-page">
        {!singlePage && <ProductBar title="" solid={false} />}
        <View className={gone || error ? 'product-page__notice' : undefined}>
          <LoadState
            gone={
              gone && {
                title: t('product.goneTitle'),
                hint: t(singlePage ? 'moments.goOn' : 'product.goneHint'),
                ...(singlePage ? { action: { label: t('ui.retry'), onClick: () => void refresh() } } : waysOn(t)),
              }
            }
            error={error}
            onRetry={refresh}
            skeleton={<ProductSkeleton />}
          />
        </View>
      </View>
    )
  const [category] = product.categoryIds
  const toReviews = singlePage ? undefined : () => void open('reviews', { id: product.id })
  return (
    <View className="product-page">
      {!singlePage && <ProductBar title={product.name} solid={solid} />}
      <Gallery video={product.video ?? null} pictures={product.pictures} name={product.name} />
      <ProductFacts product={product} sku={buying.sku} onReviews={toReviews} />
      {!singlePage && campaigns.length > 0 && <CouponStrip className="product-page__coupons" campaigns={campaigns} />}
      <Promises
        product={product}
        chosen={buying.names}
        pickupOnly={buying.sku ? isPickupOnly(buying.sku) : standingOf(product) === 'pickup_only'}
        delivery={delivery}
        region={singlePage ? undefined : { open: asksRegion, onOpen: setAsksRegion }}
        inStores={inStores}
        onChoose={singlePage ? undefined : () => buying.openSheet('both')}
      />
      {singlePage && <Text className="product-page__moments">{t('moments.goOn')}</Text>}
      <FirstReviews
        product={product}
        onAll={toReviews}
        onNarrow={singlePage ? undefined : (by) => void open('reviews', { id: product.id, by: writeNarrowing(by) })}
      />
      <Story product={product} />
      {!singlePage && related?.length !== 0 && <ProductRow title={t('product.related')} products={related} />}
      {!singlePage && <RecentViews except={product.id} />}
      {!singlePage && (
        <BuyBar
          product={product}
          undeliverable={delivery.undeliverable}
          onRegion={() => setAsksRegion(true)}
          cartCount={cartCount}
          adding={buying.adding}
          favourite={favourite.marked}
          onFavourite={favourite.toggle}
          onAdd={() => buying.openSheet('add')}
          onBuy={() => buying.openSheet('buy')}
          onRemind={restock.offered ? () => buying.openSheet('both') : undefined}
          onSimilar={() => void (category ? open('list', { category }) : open('category'))}
        />
      )}
      {!singlePage && (
        <SkuSheet
          product={product}
          open={buying.sheet.open}
          mode={buying.sheet.mode}
          busy={buying.adding}
          onClose={buying.close}
          onConfirm={(action, skuId, quantity, toPickUp) =>
            delivery.undeliverable && !toPickUp
              ? toast(delivery.line)
              : void buying.confirm(action, skuId, quantity, toPickUp)
          }
          storesWith={inStores.namesWith}
          onChoose={buying.choose}
          whenSoldOut={restock.offered ? (sku) => <RestockFooter sku={sku} restock={restock} /> : undefined}
        />
      )}
    </View>
  )
}

/** From a product that is gone. */
const waysOn = (t: Translate) => ({
  action: { label: t('common.backHome'), onClick: () => void open('home') },
  second: { label: t('product.allCategories'), onClick: () => void open('category') },
})

export default page(ProductPage)
