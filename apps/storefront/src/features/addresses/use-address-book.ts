import { useQuery } from '@tanstack/react-query'
import type { MAX_ADDRESSES } from '@xiaopu/contract'
import { api } from '../../api/client'
import { ADDRESS_BOOK } from './address-keys'

/** As many as the gateway takes. */
export const MOST_ADDRESSES: typeof MAX_ADDRESSES = 30

/** The shopper's addresses, the default first. Asking signs in who is not yet. */
export function useAddressBook() {
  const { data, error, refetch } = useQuery({
    queryKey: ADDRESS_BOOK,
    queryFn: ({ signal }) => api.addresses.list({ signal }),
  })
  return { book: data, error: data ? null : error, retry: () => void refetch() }
}
