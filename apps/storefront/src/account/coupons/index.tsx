import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { CampaignCard } from '../../features/wallet/campaign-card/CampaignCard'
import { useCampaigns } from '../../features/wallet/use-campaigns'
import { WalletSkeleton } from '../../features/wallet/wallet-skeleton/WalletSkeleton'
import { useLocale } from '../../i18n'
import { Cell, CellGroup, EmptyState, PageState } from '../../ui'
import { open, usePullToRefresh } from '../../wechat'
import '../sentences'
import './index.scss'

/** Coupons to take. */
function CouponsPage() {
  const { t } = useLocale()
  usePageTitle(t('wallet.centre'))
  const { offers, error, retry, readAgain, take } = useCampaigns()
  usePullToRefresh(readAgain)
  useDidShow(() => void readAgain())

  if (!offers) return <PageState error={error} onRetry={retry} skeleton={<WalletSkeleton />} />
  if (offers.length === 0)
    return (
      <View className="x-page">
        <EmptyState
          icon="ticket"
          title={t('wallet.none')}
          action={{ label: t('cart.look'), onClick: () => void open('home') }}
          second={{ label: t('wallet.title'), onClick: () => void open('wallet') }}
        />
      </View>
    )
  return (
    <View className="x-page">
      {offers.map(({ campaign, offer }) => (
        <CampaignCard
          key={campaign.id}
          campaign={campaign}
          offer={offer}
          onTake={() => void take(campaign)}
          onUse={() => void open('category', {})}
        />
      ))}
      <CellGroup className="coupons-page__wallet">
        <Cell title={t('wallet.title')} onClick={() => void open('wallet')} />
      </CellGroup>
    </View>
  )
}

export default page(CouponsPage)
