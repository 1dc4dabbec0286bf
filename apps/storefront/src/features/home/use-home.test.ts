import { onlineManager } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useHome } from './use-home'

const opened = openShop()
afterEach(() => onlineManager.setOnline(true))

test('a page opened without a network says so, and comes by itself when there is one', async () => {
  onlineManager.setOnline(false)
  opened.shop.fail('getHome', { network: true, times: Number.POSITIVE_INFINITY })
  const { result } = renderHookInApp(useHome)
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'network' }))

  opened.shop.mend('getHome')
  act(() => onlineManager.setOnline(true))
  await waitFor(() => expect(result.current.blocks?.length).toBeGreaterThan(0))
  expect(result.current.error).toBeNull()
})
