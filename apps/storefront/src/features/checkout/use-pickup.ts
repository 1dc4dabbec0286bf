import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Address, DeliveryChoice, DeliveryWish, QuoteLine, StoreWithStock } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { callMine, useMyStore, usePosition } from '../stores'

export interface PickupPerson {
  name: string
  phone: string
}

const PHONE = /^\+?[\d -]{5,20}$/

/** Which store stands on the page first: the shopper's own, else the nearest that has everything, else the nearest. */
export function storeAtFirst(stores: readonly StoreWithStock[], mine: string | null): StoreWithStock | undefined {
  return stores.find(({ id }) => id === mine) ?? stores.find(({ has }) => has === 'all') ?? stores[0]
}

/**
 * Whether it is picked up, where, and by whom. Who it is comes from the address, until the shopper writes it.
 * @param atFirst the page is opened for picking up
 */
export function usePickup(address: Address | null, atFirst = false) {
  const [wanted, want] = useState(atFirst)
  const [storeId, setStoreId] = useState<string | null>(null)
  const [typed, setTyped] = useState<Partial<PickupPerson>>({})
  /** Submitted without: from then on what is missing is marked. */
  const [asked, setAsked] = useState(false)
  const { name = address?.name ?? '', phone = address?.phone ?? '' } = typed
  const missing = { name: name.trim() === '', phone: !PHONE.test(phone.trim()) }
  const delivery: DeliveryWish | null = wanted && storeId !== null ? { kind: 'pickup', storeId } : null
  const choice: DeliveryChoice | null =
    delivery?.kind === 'pickup' && !missing.name && !missing.phone
      ? { ...delivery, name: name.trim(), phone: phone.trim() }
      : null
  return {
    wanted,
    want,
    storeId,
    setStoreId,
    delivery,
    choice,
    person: { name, phone },
    write: (change: Partial<PickupPerson>) => setTyped((before) => ({ ...before, ...change })),
    wrong: asked ? missing : { name: false, phone: false },
    ask: () => setAsked(true),
  }
}

export type Pickup = ReturnType<typeof usePickup>

/** The stores with what they have of the goods; asked once picking up is wanted. The first choice is made here, the next by the shopper. */
export function usePickupStores({ wanted, storeId, setStoreId }: Pickup, lines: QuoteLine[] | undefined) {
  const { locale } = useLocale()
  const { point } = usePosition()
  const mine = useMyStore(({ id }) => id)
  const items = lines?.map(({ skuId, quantity }) => ({ skuId, quantity }))
  const { data, error, refetch } = useQuery({
    queryKey: ['pickup-stores', items, point, locale],
    queryFn: ({ signal }) => api.stores.withStock(items ?? [], point, { signal }),
    enabled: wanted && items !== undefined && items.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const first = data && storeAtFirst(data, mine)?.id
  useEffect(() => {
    if (wanted && storeId === null && first) setStoreId(first)
  }, [wanted, storeId, first, setStoreId])
  return {
    stores: data,
    store: data?.find(({ id }) => id === storeId) ?? null,
    error: data ? null : error,
    retry: () => void refetch(),
    /** From now on it is the shopper's store, here and on the other pages. */
    choose(store: StoreWithStock) {
      callMine(store)
      setStoreId(store.id)
    },
  }
}

export type PickupStores = ReturnType<typeof usePickupStores>
