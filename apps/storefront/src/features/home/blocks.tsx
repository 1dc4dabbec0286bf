import type { HomeBlock } from '@xiaopu/contract'
import { memo } from 'react'
import { useLocale } from '../../i18n'
import { ProductRow } from '../product'
import { CouponStrip } from '../wallet/coupon-strip/CouponStrip'
import { Banner } from './banner/Banner'
import { Countdown } from './countdown/Countdown'
import { Editorial } from './editorial/Editorial'
import { GoodsGrid } from './goods-block/GoodsBlock'
import { Hero } from './hero/Hero'
import { Hotspot } from './hotspot/Hotspot'
import { NearbyStore } from './nearby-store/NearbyStore'
import { RichText } from './rich-text/RichText'
import { Shortcuts } from './shortcuts/Shortcuts'
import { StoreCard } from './store-card/StoreCard'

export type BlockOf<Type extends HomeBlock['type']> = Extract<HomeBlock, { type: Type }>

export interface BlockProps {
  block: HomeBlock
  /** The phone's clock when the block came, ms. */
  receivedAt: number
}

/** One block of the merchant's home page. A type of a later version is skipped: old clients live on for a day. */
export const Block = memo(function Block({ block, receivedAt }: BlockProps) {
  const { t } = useLocale()
  switch (block.type) {
    case 'hero':
      return <Hero block={block} />
    case 'shortcuts':
      return <Shortcuts block={block} />
    case 'product_row':
      return <ProductRow title={block.title} products={block.products} />
    case 'editorial':
      return <Editorial block={block} />
    case 'nearby_store':
      return <NearbyStore />
    case 'store_card':
      return <StoreCard store={block.store} label={t('home.store')} />
    case 'banner':
      return <Banner block={block} />
    case 'coupon_strip':
      return <CouponStrip title={block.title} campaigns={block.campaigns} />
    case 'hotspot':
      return <Hotspot block={block} />
    case 'rich_text':
      return <RichText block={block} />
    case 'countdown':
      return <Countdown block={block} receivedAt={receivedAt} />
    case 'product_grid':
      return <GoodsGrid block={block} />
    default:
      return null
  }
})
