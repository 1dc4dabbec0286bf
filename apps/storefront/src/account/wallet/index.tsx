import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { WalletCoupon } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { TillSheet } from '../../features/wallet/till-sheet/TillSheet'
import { useWallet, WALLET_STATES } from '../../features/wallet/use-wallet'
import { WalletList } from '../../features/wallet/wallet-list/WalletList'
import { useLocale } from '../../i18n'
import { Tabs } from '../../ui'
import { usePullToRefresh } from '../../wechat'
import '../sentences'
import './index.scss'

/** The coupons the shopper has taken. */
function WalletPage() {
  const { t } = useLocale()
  usePageTitle(t('wallet.title'))
  const [state, setState] = useState(WALLET_STATES[0]!)
  const [atTill, setAtTill] = useState<WalletCoupon | null>(null)
  const [tillOpen, setTillOpen] = useState(false)
  // Critical is the list on the screen; the others bring their counts when they come.
  const { lists, readAgain } = useWallet()
  usePullToRefresh(readAgain)
  useDidShow(() => void readAgain())

  const tabs = WALLET_STATES.map((key) => ({
    key,
    label: t(`wallet.state_${key}`),
    count: lists[key].coupons?.length,
  }))
  return (
    <View className="x-page wallet-page">
      <View className="wallet-page__tabs">
        <Tabs tabs={tabs} chosen={state} onChange={setState} />
      </View>
      <WalletList
        list={lists[state]}
        onTill={(coupon) => {
          setAtTill(coupon)
          setTillOpen(true)
        }}
      />
      {atTill && <TillSheet open={tillOpen} coupon={atTill} onClose={() => setTillOpen(false)} />}
    </View>
  )
}

export default page(WalletPage)
