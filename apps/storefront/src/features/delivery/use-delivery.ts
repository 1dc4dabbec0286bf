import { useQuery } from '@tanstack/react-query'
import type { DeliveryEstimate } from '@xiaopu/contract'
import { api } from '../../api/client'
import { hasLiveSession } from '../../api/session'
import { useLocale } from '../../i18n'
import { ADDRESS_BOOK } from '../addresses/address-keys'
import { addressOfLastTime, useChosenAddress, whereTo } from '../addresses/chosen-address'
import { pickPlace, placeOfLastTime, useChosenPlace } from './delivery-place'
import { deliveryLine, type Place } from './delivery-words'

/** ms a fee is shown before it is asked for again. */
const FRESH = 60_000

/**
 * Whether a product is sent to where the shopper is, and for how much: the region picked here, else that of the address the next
 * order would go to. Looking signs nobody in, and nothing but a region is sent.
 */
export function useDelivery(productId: string | undefined, skuId: string | null) {
  const { t } = useLocale()
  const place = usePlace()
  const at = [productId, place?.province, place?.city]
  const { data } = useQuery({
    queryKey: ['delivery', ...at, skuId],
    queryFn: ({ signal }) =>
      api.catalog.delivery(productId!, { ...place!, ...(skuId === null ? {} : { sku: skuId }) }, { signal }),
    enabled: productId !== undefined && place !== null,
    staleTime: FRESH,
    // Another SKU may weigh more, but goes to the same place: its answer stands until the new one comes.
    placeholderData: (before: DeliveryEstimate | undefined, query) =>
      at.every((part, index) => query?.queryKey[index + 1] === part) ? before : undefined,
  })
  const undeliverable = data?.deliverable === false
  return {
    place,
    line: deliveryLine(place, data, t),
    undeliverable,
    /** Of the place, once it is known; undefined until then. */
    freeShippingFrom: data?.freeShippingFrom,
    pick: pickPlace,
  }
}

function usePlace(): Place | null {
  const picked = useChosenPlace()
  const chosen = useChosenAddress((state) => state.chosen)
  const { data: book } = useQuery({
    queryKey: ADDRESS_BOOK,
    queryFn: ({ signal }) => api.addresses.list({ signal }),
    enabled: picked === null && hasLiveSession(),
  })
  const address = whereTo(chosen, book, addressOfLastTime())?.address
  return picked ?? (address ? { province: address.province, city: address.city } : placeOfLastTime())
}
