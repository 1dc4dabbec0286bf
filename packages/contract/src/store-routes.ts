import { z } from 'zod'
import { Id } from './primitives'
import type { RouteContract } from './routes'
import {
  ChooseMyStore,
  MyStore,
  Store,
  StoreList,
  StoreQuery,
  StoreSearch,
  StoreStockList,
  StoreStockQuery,
} from './stores'

/** The shops one can walk into, and which of them is one's own. */
export const storeRoutes = {
  listStores: {
    method: 'GET',
    path: '/v1/stores',
    summary: 'Shops, nearest first when a position is given; all of them, or those that words fit',
    auth: 'anyone',
    query: StoreSearch,
    status: 200,
    response: StoreList,
    errors: ['commerce_unavailable'],
  },
  getStore: {
    method: 'GET',
    path: '/v1/stores/:storeId',
    summary: 'One shop',
    auth: 'anyone',
    params: z.strictObject({ storeId: Id }),
    query: StoreQuery,
    status: 200,
    response: Store,
    errors: ['not_found'],
  },
  findStoresWith: {
    method: 'POST',
    path: '/v1/stores/stock',
    summary: 'Stores to pick goods up from, nearest first, and what each has of them',
    auth: 'anyone',
    body: StoreStockQuery,
    status: 200,
    response: StoreStockList,
    errors: ['commerce_unavailable'],
  },
  getMyStore: {
    method: 'GET',
    path: '/v1/me/store',
    summary: 'The store the shopper calls theirs',
    auth: 'shopper',
    status: 200,
    response: MyStore,
    errors: ['commerce_unavailable'],
  },
  chooseMyStore: {
    method: 'PUT',
    path: '/v1/me/store',
    summary: 'Call another store one’s own, or none; answers with the newest choice there is',
    auth: 'shopper',
    body: ChooseMyStore,
    status: 200,
    response: MyStore,
    errors: ['not_found', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
