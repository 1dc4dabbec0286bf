import { View } from '@tarojs/components'
import type { SavedAddress } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { AddressForm } from '../../features/addresses/address-form/AddressForm'
import { chosenFrom, sendTo } from '../../features/addresses/chosen-address'
import { useAddressBook } from '../../features/addresses/use-address-book'
import { useLocale } from '../../i18n'
import { CardsSkeleton, LoadState } from '../../ui'
import { back, backTo, replace, useRouteParameters } from '../../wechat'
import '../sentences'

function AddressPage() {
  const { id, pick } = useRouteParameters('address')
  const { t } = useLocale()
  usePageTitle(t(id ? 'address.title' : 'address.fresh'))

  // A new one was written to be used; one that was changed goes back among the others.
  async function leave(saved: SavedAddress) {
    if (id || pick !== 'checkout') return back()
    sendTo(chosenFrom(saved))
    return backTo('checkout')
  }
  return (
    <View className="x-page">
      {id ? (
        <ChangedAddress id={id} onSaved={(saved) => void leave(saved)} />
      ) : (
        <AddressForm address={null} onSaved={(saved) => void leave(saved)} />
      )}
    </View>
  )
}

/** As it was when the page opened: what is typed must not give way to what is read again. */
function ChangedAddress({ id, onSaved }: { id: string; onSaved: (saved: SavedAddress) => void }) {
  const { t } = useLocale()
  const { book, error, retry } = useAddressBook()
  const [opened, setOpened] = useState<SavedAddress>()
  const found = opened ?? book?.find((address) => address.id === id)
  if (found && !opened) setOpened(found)

  if (found) return <AddressForm address={found} onSaved={onSaved} />
  return (
    <LoadState
      gone={
        book && {
          icon: 'map-pin',
          title: t('address.gone'),
          action: { label: t('address.title'), onClick: () => void replace('addresses', {}) },
        }
      }
      error={error}
      onRetry={retry}
      skeleton={<CardsSkeleton />}
    />
  )
}

export default page(AddressPage)
