import { environmentManager, focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import { watchConnection, watchVisibility } from '../wechat/network'

/** How long an answer counts as fresh; after that it is shown and asked again. */
export const FRESH_MS = {
  /** Prices and stock: what a shopper is about to buy. */
  shelf: 30_000,
  /** Categories, stores: what changes by the day. */
  directory: 10 * 60_000,
} as const

/** Neither a browser nor a server: without this the library would take the missing `window` for one, and never retry. */
environmentManager.setIsServer(() => false)

onlineManager.setEventListener(watchConnection)
focusManager.setEventListener((tell) => watchVisibility(tell))

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS.shelf,
      // The library would wait in silence for a connection: a page without one says so, with 重试, and comes by itself when there is one.
      networkMode: 'always',
      refetchOnReconnect: true,
      // The client has already retried what is worth it; once more, where the phone does have a connection.
      retry: (failures, error) =>
        failures < 1 && isApiError(error) && error.code === 'network' && onlineManager.isOnline(),
      // An error is shown with a way to retry, not thrown through the page.
      throwOnError: false,
    },
    mutations: { retry: false },
  },
})
