import { type Handlers, shopperContext } from '../../http/calls'
import type { Keepsakes } from './service'

type KeepsakeRoute =
  | 'listFavourites'
  | 'listFavouriteIds'
  | 'addFavourites'
  | 'removeFavourites'
  | 'listViews'
  | 'addViews'
  | 'clearViews'

export const keepsakeHandlers = (keepsakes: Keepsakes): Handlers<KeepsakeRoute> => ({
  listFavourites: (call) => keepsakes.list(shopperContext(call), 'favourite', call.query),
  listFavouriteIds: async ({ shopper }) => ({ productIds: await keepsakes.favouriteIds(shopper.id) }),
  addFavourites: ({ shopper, body }) => keepsakes.mark(shopper.id, body.productIds),
  removeFavourites: ({ shopper, body }) => keepsakes.unmark(shopper.id, body.productIds),
  listViews: (call) => keepsakes.list(shopperContext(call), 'view', call.query),
  addViews: ({ shopper, body }) => keepsakes.look(shopper.id, body.views),
  clearViews: ({ shopper }) => keepsakes.forgetViews(shopper.id),
})
