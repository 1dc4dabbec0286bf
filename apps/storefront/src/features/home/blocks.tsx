import type { HomeBlock } from '@xiaopu/contract'
import { memo } from 'react'
import { ProductRow } from '../product'
import { Editorial } from './editorial/Editorial'
import { GoodsGrid } from './goods-block/GoodsBlock'
import { Hero } from './hero/Hero'
import { NearbyStore } from './nearby-store/NearbyStore'
import { Shortcuts } from './shortcuts/Shortcuts'

export type BlockOf<Type extends HomeBlock['type']> = Extract<HomeBlock, { type: Type }>

/** One block of the merchant's home page. A type of a later version is skipped: old clients live on for a day. */
export const Block = memo(function Block({ block }: { block: HomeBlock }) {
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
    case 'product_grid':
      return <GoodsGrid block={block} />
    default:
      return null
  }
})
