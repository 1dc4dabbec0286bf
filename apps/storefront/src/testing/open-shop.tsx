import { QueryClientProvider } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { createShop, handlers, type Shop } from '@xiaopu/api-client/testing'
import { setupServer } from 'msw/node'
import type { PropsWithChildren, ReactElement } from 'react'
import { queryClient } from '../api/query-client'
import { phone } from './taro'

function InApp({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}

/** Draws something of ours as it stands in the app. */
export const renderInApp = (element: ReactElement) => render(element, { wrapper: InApp })
export const renderHookInApp = <Result,>(hook: () => Result) => renderHook(hook, { wrapper: InApp })

/**
 * A shop behind the app's own client, for the tests of a file: new for each test, with a phone that never saw it. It fails a test in
 * which the fake broke the contract.
 */
export function openShop(): { shop: Shop } {
  const server = setupServer()
  const opened = {} as { shop: Shop }
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  beforeEach(() => {
    jest.clearAllMocks()
    phone.wipe()
    queryClient.clear()
    opened.shop = createShop()
    server.use(...handlers(opened.shop, XIAOPU_API_ORIGIN))
  })
  afterEach(() => {
    server.resetHandlers()
    expect(opened.shop.faults).toEqual([])
  })
  afterAll(() => server.close())
  return opened
}
