import type { HomeBlock, HomeDocumentBlock } from '@xiaopu/contract'
import { summaryView } from '../catalog/views'
import type { PictureView } from '../media/picture-view'
import type { Reading } from './reading'
import { banner, editorial, hero, hotspot, richText, shortcuts } from './resolve-pictures'

type Block<Type extends HomeDocumentBlock['type']> = Extract<HomeDocumentBlock, { type: Type }>

/** Turns what the merchant wrote into what is shown now. A block whose goods are gone, or whose time is over, is left out. */
export function resolveBlock(block: HomeDocumentBlock, reading: Reading, picture: PictureView): HomeBlock | null {
  const { say, goods } = reading
  switch (block.type) {
    case 'hero':
      return hero(block, reading)
    case 'banner':
      return banner(block, reading)
    case 'shortcuts':
      return shortcuts(block, reading)
    case 'editorial':
      return editorial(block, reading)
    case 'hotspot':
      return hotspot(block, reading)
    case 'rich_text':
      return richText(block, reading)
    case 'nearby_store':
      return { type: 'nearby_store' }
    case 'store_card': {
      if (!block.store) return { type: 'nearby_store' }
      const store = goods.stores.get(block.store)
      return store ? { type: 'store_card', store } : null
    }
    case 'coupon_strip':
      return couponStrip(block, reading)
    case 'countdown':
      return countdown(block, reading, picture)
    case 'product_row': {
      const products = onSale(reading, block.products).map(summaryView(picture))
      return products.length > 0 ? { type: 'product_row', title: say(block.title), products } : null
    }
    case 'product_grid':
      return grid(block, reading, picture)
  }
}

function couponStrip({ title, campaigns }: Block<'coupon_strip'>, { goods, say }: Reading): HomeBlock | null {
  const open = campaigns ? campaigns.flatMap((id) => goods.campaigns.get(id) ?? []) : [...goods.campaigns.values()]
  if (open.length === 0) return null
  return { type: 'coupon_strip', title: title ? say(title) : '', campaigns: open }
}

function countdown(block: Block<'countdown'>, reading: Reading, picture: PictureView): HomeBlock | null {
  const { say, now } = reading
  const target = reading.target(block.target)
  const products = onSale(reading, block.products ?? [])
  if (!target || now >= new Date(block.until) || (block.products && products.length === 0)) return null
  return {
    type: 'countdown',
    title: say(block.title),
    text: block.text ? say(block.text) : '',
    until: block.until,
    serverTime: now.toISOString(),
    target,
    products: products.map(summaryView(picture)),
  }
}

function grid(block: Block<'product_grid'>, reading: Reading, picture: PictureView): HomeBlock | null {
  const { goods, say } = reading
  const chosen = block.products ? onSale(reading, block.products) : (goods.shelves.get(block.category ?? '') ?? [])
  if (chosen.length === 0) return null
  const category = block.category && goods.categories.has(block.category) ? block.category : null
  return { type: 'product_grid', title: say(block.title), products: chosen.map(summaryView(picture)), category }
}

const onSale = ({ goods }: Reading, ids: string[]) => ids.flatMap((id) => goods.products.get(id) ?? [])
