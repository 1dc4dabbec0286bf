import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle, useTabNames } from '../../app-shell'
import { useCartBadge } from '../../features/cart'
import { useOrderCounts } from '../../features/orders/use-order-counts'
import { useReadAgain } from '../../features/orders/use-read-again'
import { ContactCell } from '../../features/profile/contact-cell/ContactCell'
import { MyCards } from '../../features/profile/my-cards/MyCards'
import { OrderRow } from '../../features/profile/order-row/OrderRow'
import { ProfileHead } from '../../features/profile/profile-head/ProfileHead'
import { useShopper } from '../../features/profile/use-shopper'
import { useLocale } from '../../i18n'
import { Cell, CellGroup } from '../../ui'
import { open } from '../../wechat'
import './index.scss'

function ProfilePage() {
  const { t } = useLocale()
  usePageTitle(t('profile.title'))
  useTabNames()
  useCartBadge()

  const shopper = useShopper()
  const counts = useOrderCounts(shopper.signedIn)
  const readAgain = useReadAgain()
  useDidShow(() => void (shopper.signedIn && readAgain()))

  return (
    <View className="x-page">
      <ProfileHead {...shopper} />
      <OrderRow counts={shopper.signedIn ? counts : undefined} />
      <MyCards signedIn={shopper.signedIn} />
      <CellGroup className="profile-page__group">
        <Cell icon="clock" title={t('kept.history')} onClick={() => void open('history')} />
        <Cell icon="map-pin" title={t('profile.addresses')} onClick={() => void open('addresses', {})} />
        <Cell icon="receipt-text" title={t('profile.fapiaoTitles')} onClick={() => void open('fapiaoTitles')} />
        <Cell icon="store" title={t('profile.stores')} onClick={() => void open('stores', {})} />
        <ContactCell />
        <Cell icon="settings" title={t('profile.settings')} onClick={() => void open('settings')} />
      </CellGroup>
    </View>
  )
}

export default page(ProfilePage)
