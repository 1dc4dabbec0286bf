import { type Handlers, shopperContext } from '../../http/calls'
import type { MyStores } from './my-store'
import type { Stores, Whereabouts } from './service'

type StoreRoute = 'listStores' | 'getStore' | 'findStoresWith' | 'getMyStore' | 'chooseMyStore'

export const storesRoutes = (stores: Stores, mine: MyStores): Handlers<StoreRoute> => ({
  listStores: async ({ locale, query }) => ({ stores: await stores.list(locale, whereabouts(query), query.q) }),
  findStoresWith: async ({ locale, body }) => ({
    stores: await stores.withStock(locale, body.items, whereabouts(body)),
  }),
  getMyStore: (call) => mine.get(shopperContext(call)),
  chooseMyStore: (call) => mine.choose(shopperContext(call), call.body),
  getStore: ({ locale, params, query }) => stores.get(locale, params.storeId, whereabouts(query)),
})

function whereabouts({ latitude, longitude }: { latitude?: number; longitude?: number }): Whereabouts {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}
