import type { Handlers } from '../../http/calls'
import type { Stores, Whereabouts } from './service'

export const storesRoutes = (stores: Stores): Handlers<'listStores' | 'getStore' | 'findStoresWith'> => ({
  listStores: async ({ locale, query }) => ({ stores: await stores.list(locale, whereabouts(query)) }),
  findStoresWith: async ({ locale, body }) => ({
    stores: await stores.withStock(locale, body.items, whereabouts(body)),
  }),
  getStore: ({ locale, params, query }) => stores.get(locale, params.storeId, whereabouts(query)),
})

function whereabouts({ latitude, longitude }: { latitude?: number; longitude?: number }): Whereabouts {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}
