import { fromUid, uid } from '../../ids'
import { magentoTime } from '../../magento'
import { isVisible } from '../../sales/stock'
import type { Customer } from '../../state/state'
import { productView } from '../catalog/product-view'
import { noSuchEntity } from '../errors'
import { loggedIn, type PageArguments, type View, type Visit } from '../visit'

const TYPE_NAME = {
  simple: 'SimpleWishlistItem',
  virtual: 'VirtualWishlistItem',
  configurable: 'ConfigurableWishlistItem',
  bundle: 'BundleWishlistItem',
  grouped: 'GroupedProductWishlistItem',
} as const

export function wishlistView(visit: Visit, { wishlist }: Customer): View {
  const { magento } = visit
  const shown = () =>
    wishlist.items.flatMap((item) => {
      const product = magento.catalogue.bySku.get(item.sku)
      if (!product || !isVisible(magento, product, visit.store)) return []
      return [
        {
          __typename: TYPE_NAME[product.type],
          id: uid(item.id),
          quantity: item.quantity,
          added_at: magentoTime(item.addedAt),
          description: null,
          customizable_options: [],
          product: productView(visit, product),
        },
      ]
    })
  return {
    id: uid(wishlist.id),
    items_count: () => shown().length,
    sharing_code: null,
    updated_at: null,
    items_v2: ({ pageSize, currentPage }: PageArguments) => {
      const [size, page, all] = [pageSize ?? 20, currentPage ?? 1, shown()]
      return {
        items: all.slice((page - 1) * size, page * size),
        page_info: { current_page: page, page_size: size, total_pages: Math.ceil(all.length / size) },
      }
    },
  }
}

function ownWishlist(visit: Visit, wishlistId: string): Customer {
  const customer = loggedIn(visit)
  if (fromUid(wishlistId) !== customer.wishlist.id) throw noSuchEntity('The wishlist was not found.')
  return customer
}

interface AddArguments {
  wishlistId: string
  wishlistItems: { sku: string; quantity: number; selected_options?: string[] | null }[]
}
export function addProductsToWishlist(visit: Visit, { wishlistId, wishlistItems }: AddArguments): View {
  const customer = ownWishlist(visit, wishlistId)
  const { magento } = visit
  const user_errors = wishlistItems.flatMap(({ sku, quantity, selected_options }) => {
    if (!magento.catalogue.bySku.has(sku)) {
      return [{ code: 'PRODUCT_NOT_FOUND', message: `Could not find a product with SKU "${sku}"` }]
    }
    const same = customer.wishlist.items.find((item) => item.sku === sku)
    if (same) same.quantity += quantity
    else {
      const selected = selected_options ?? []
      customer.wishlist.items.push({ id: magento.nextId(), sku, quantity, selected, addedAt: magento.now() })
    }
    return []
  })
  return { wishlist: wishlistView(visit, customer), user_errors }
}

export function removeProductsFromWishlist(
  visit: Visit,
  { wishlistId, wishlistItemsIds }: { wishlistId: string; wishlistItemsIds: string[] },
): View {
  const customer = ownWishlist(visit, wishlistId)
  const gone = wishlistItemsIds.map(fromUid)
  const user_errors = gone
    .filter((id) => !customer.wishlist.items.some((item) => item.id === id))
    .map((id) => ({ code: 'PRODUCT_NOT_FOUND', message: `Could not find a wishlist item with ID "${id}"` }))
  customer.wishlist.items = customer.wishlist.items.filter(({ id }) => !gone.includes(id))
  return { wishlist: wishlistView(visit, customer), user_errors }
}
