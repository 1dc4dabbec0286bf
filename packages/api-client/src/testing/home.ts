import type { Campaign, Home } from '@xiaopu/contract'
import type { StockedProduct } from './catalogue'
import { summaryOf } from './catalogue-view'
import { shelves } from './categories'
import { occasionalBlocks } from './home-extras'
import { pictureOf } from './pictures'
import { type View, type Words, words } from './words'

const wide = (name: string, tone: string, alt: Words) => ({ name, tone, alt, width: 1200, height: 1500 })
const kitchen = words('慢一点，水才会开', 'Slow down, let it boil')

/** The home page of every day. */
export function homeOf(products: StockedProduct[], view: View): Home {
  const say = (text: Words) => text[view.locale]
  const by = finder(products, view)
  return {
    blocks: [
      {
        type: 'hero',
        picture: pictureOf(wide('hero-tee', '#e6e1d6', words('晾在风里的 T 恤', 'A tee drying in the wind')), view),
        title: say(words('越洗越软', 'Softer with every wash')),
        subtitle: say(words('水洗棉 T 恤，初夏上新', 'Washed cotton tees, new for early summer')),
        target: { kind: 'product', productId: 'tee' },
      },
      {
        type: 'shortcuts',
        items: shelves.map(({ id, name }) => ({
          label: say(name),
          picture: null,
          target: { kind: 'category', categoryId: id },
        })),
      },
      { type: 'product_row', title: say(words('本周上新', 'New this week')), products: by('tee', 'desk', 'lamp') },
      {
        type: 'editorial',
        picture: pictureOf(wide('editorial-kettle', '#3c3a38', kitchen), view),
        title: say(kitchen),
        text: say(words('一把铸铁壶的二十年', 'Twenty years of an iron kettle')),
        target: { kind: 'category', categoryId: 'kitchen' },
      },
      { type: 'nearby_store' },
      {
        type: 'product_grid',
        title: say(words('居家好物', 'For the house')),
        products: by('mug', 'blanket', 'kettle', 'lamp'),
        category: 'living',
      },
    ],
  }
}

/** What is shown to who has a token for it: a page somebody is still at work on, with a block of every type there is. */
export function draftOf(products: StockedProduct[], campaigns: Campaign[], view: View): Home {
  const blocks = occasionalBlocks({ view, campaigns, by: finder(products, view) })
  return { blocks: [...blocks, ...homeOf(products, view).blocks] }
}

function finder(products: StockedProduct[], view: View) {
  const summaries = products.map((product) => summaryOf(product, view))
  return (...ids: string[]) => ids.flatMap((id) => summaries.filter((product) => product.id === id))
}
