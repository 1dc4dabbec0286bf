import { queryClient } from '../../api/query-client'
import { setCartBadge } from '../../wechat'
import { forgetViews } from '../keepsakes/view-desk'
import { forgetMine } from '../stores/my-store'

/** What belongs to the shopper and not to the shop. */
const SHOPPERS: readonly unknown[] = ['cart', 'orders', 'me', 'quote', 'addresses', 'favourites', 'history', 'deletion']
const isTheShoppers = ({ queryKey }: { queryKey: readonly unknown[] }) => SHOPPERS.includes(queryKey[0])

/** Nothing of the shopper stays on the screen. */
export function emptyApp() {
  // Emptied, not removed: tabs that are open below go on looking at the same queries.
  for (const query of queryClient.getQueryCache().findAll({ predicate: isTheShoppers })) query.reset()
  forgetViews()
  forgetMine()
  setCartBadge(0)
}
