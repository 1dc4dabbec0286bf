import type { HomeLink, HomePicture, HomeTarget, HomeWords, Locale, Picture } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type { HomeGoods } from './goods'

/** How one reader sees what the merchant wrote: in their language, with the goods of now. */
export interface Reading {
  goods: HomeGoods
  locale: Locale
  now: Date
  say(words: HomeWords): string
  /** Where a link leads; null when that is not on sale, or not there. */
  target(link: HomeLink): HomeTarget | null
  picture(picture: HomePicture): Picture | null
  /** The picture of what a link leads to. */
  pictureOf(link: HomeLink): Picture | null
  /** What a link leads to is called; empty for what has no name. */
  nameOf(link: HomeLink): string
}

export function createReading(goods: HomeGoods, locale: Locale, view: PictureView, now: Date): Reading {
  const say = (words: HomeWords) => (locale === 'en' ? words.en : undefined) ?? words['zh-CN']

  function target({ product, category, list, search, store, page }: HomeLink): HomeTarget | null {
    if (product) return goods.products.has(product) ? { kind: 'product', productId: product } : null
    if (category) return goods.categories.has(category) ? { kind: 'category', categoryId: category } : null
    if (list) {
      const shelf = goods.categories.get(list)
      return shelf ? { kind: 'list', categoryId: list, title: shelf.name } : null
    }
    if (store) return goods.stores.has(store) ? { kind: 'store', storeId: store } : null
    if (search) return { kind: 'search', words: search }
    return page ? { kind: 'page', page } : null
  }

  function picture({ product, category, store, own }: HomePicture): Picture | null {
    if (own) return view({ ...own, alt: own.alt ? say(own.alt) : '' })
    if (store) return goods.stores.get(store)?.picture ?? null
    const found = product ? goods.products.get(product) : goods.categories.get(category ?? '')
    return view(found?.picture ?? null)
  }

  return {
    goods,
    locale,
    now,
    say,
    target,
    picture,
    pictureOf: ({ product, category, list, store }) => picture({ product, category: category ?? list, store }),
    nameOf({ product, category, list, store, search }) {
      const { products, categories, stores } = goods
      if (search) return search
      if (store) return stores.get(store)?.name ?? ''
      return (product ? products.get(product) : categories.get(category ?? list ?? ''))?.name ?? ''
    },
  }
}
