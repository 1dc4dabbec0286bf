import { Text, View } from '@tarojs/components'
import type { SavedAddress } from '@xiaopu/contract'
import { page, usePageTitle } from '../../app-shell'
import { AddressItem } from '../../features/addresses/address-item/AddressItem'
import { chosenFrom, sendTo, useChosenAddress } from '../../features/addresses/chosen-address'
import { useAddressActions } from '../../features/addresses/use-address-actions'
import { MOST_ADDRESSES, useAddressBook } from '../../features/addresses/use-address-book'
import { useWechatAddress } from '../../features/addresses/use-wechat-address'
import { useLocale } from '../../i18n'
import { Button, ButtonRow, CardsSkeleton, EmptyState, FixedBar, PageState } from '../../ui'
import { backTo, open, toast, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

function AddressesPage() {
  const { t } = useLocale()
  const { pick } = useRouteParameters('addresses')
  const picking = pick === 'checkout'
  usePageTitle(t(picking ? 'address.pickTitle' : 'address.title'))

  const { book, error, retry } = useAddressBook()
  const chosen = useChosenAddress((state) => state.chosen)
  const { busy, makeDefault, remove } = useAddressActions()
  const wechat = useWechatAddress()
  const full = book !== undefined && book.length >= MOST_ADDRESSES

  const edit = ({ id }: SavedAddress) => void open('address', { id, pick })
  function pickIt(saved: SavedAddress) {
    sendTo(chosenFrom(saved))
    void backTo('checkout')
  }
  const write = () => void (full ? toast(t('errors.address_book_full')) : open('address', { pick }))
  async function importOne() {
    if (!picking) return full ? toast(t('errors.address_book_full')) : wechat.importToBook()
    if (await wechat.importToCheckout()) await backTo('checkout')
  }

  if (!book) return <PageState error={error} onRetry={retry} skeleton={<CardsSkeleton />} />
  if (book.length === 0)
    return (
      <View className="x-page">
        <EmptyState
          icon="map-pin"
          title={t('address.empty')}
          action={{ label: t('address.fromWechat'), onClick: () => void importOne() }}
          second={{ label: t('address.fresh'), onClick: write }}
        />
      </View>
    )
  return (
    <View className="x-page">
      {book.map((address) => (
        <AddressItem
          key={address.id}
          address={address}
          chosen={picking && address.id === chosen?.id}
          onTap={() => (picking ? pickIt(address) : edit(address))}
          onEdit={() => edit(address)}
          onRemove={() => void remove(address)}
          onDefault={() => void makeDefault(address)}
          busy={busy === address.id}
        />
      ))}
      {full && <Text className="addresses-page__full">{t('errors.address_book_full')}</Text>}
      <FixedBar>
        <ButtonRow>
          <Button kind="outline" onClick={() => void importOne()}>
            {t('address.fromWechat')}
          </Button>
          <Button onClick={write}>{t('address.fresh')}</Button>
        </ButtonRow>
      </FixedBar>
    </View>
  )
}

export default page(AddressesPage)
