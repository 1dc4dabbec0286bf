import type { HomeBlock, Locale } from '@xiaopu/contract'
import { summaryView } from '../catalog/views'
import type { PictureView } from '../media/picture-view'
import type { HomeDocumentBlock, Words } from './document'
import { type HomeGoods, pictureOf, targetView } from './goods'

type Block<Type extends HomeBlock['type']> = Extract<HomeDocumentBlock, { type: Type }>

/** Turns what the merchant wrote into what is shown now. A block whose goods are gone is left out. */
export function resolveBlock(
  block: HomeDocumentBlock,
  goods: HomeGoods,
  locale: Locale,
  picture: PictureView,
): HomeBlock | null {
  const say = (words: Words) => (locale === 'en' ? words.en : undefined) ?? words['zh-CN']
  switch (block.type) {
    case 'nearby_store':
      return { type: 'nearby_store' }
    case 'shortcuts':
      return shortcuts(block, goods, say, picture)
    case 'product_row': {
      const products = onSale(goods, block.products).map(summaryView(picture))
      return products.length > 0 ? { type: 'product_row', title: say(block.title), products } : null
    }
    case 'product_grid':
      return grid(block, goods, say, picture)
    default:
      return banner(block, goods, say, picture)
  }
}

type Say = (words: Words) => string

/** A picture that leads somewhere: without the picture or the goal it would be a hole in the page. */
function banner(
  block: Block<'hero'> | Block<'editorial'>,
  goods: HomeGoods,
  say: Say,
  picture: PictureView,
): HomeBlock | null {
  const target = targetView(goods, block.target)
  const shown = pictureOf(goods, picture, block.picture ?? block.target)
  if (!target || !shown) return null
  const common = { picture: shown, title: say(block.title), target }
  return block.type === 'hero'
    ? { type: 'hero', ...common, subtitle: say(block.subtitle) }
    : { type: 'editorial', ...common, text: say(block.text) }
}

function shortcuts(block: Block<'shortcuts'>, goods: HomeGoods, say: Say, picture: PictureView): HomeBlock | null {
  const items = block.items.flatMap((item) => {
    const target = targetView(goods, item.target)
    if (!target) return []
    return [
      {
        label: item.label ? say(item.label) : nameOf(goods, item.target),
        picture: pictureOf(goods, picture, item.target),
        target,
      },
    ]
  })
  return items.length > 0 ? { type: 'shortcuts', items } : null
}

function nameOf({ products, categories }: HomeGoods, target: Block<'hero'>['target']): string {
  return ('product' in target ? products.get(target.product) : categories.get(target.category))?.name ?? ''
}

function grid(block: Block<'product_grid'>, goods: HomeGoods, say: Say, picture: PictureView): HomeBlock | null {
  const chosen = block.products ? onSale(goods, block.products) : (goods.shelves.get(block.category ?? '') ?? [])
  if (chosen.length === 0) return null
  const category = block.category && goods.categories.has(block.category) ? block.category : null
  return { type: 'product_grid', title: say(block.title), products: chosen.map(summaryView(picture)), category }
}

const onSale = ({ products }: HomeGoods, ids: string[]) => ids.flatMap((id) => products.get(id) ?? [])
