import type { WalletCoupon } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, EmptyState, LoadState } from '../../../ui'
import { open } from '../../../wechat'
import type { useWalletList } from '../use-wallet'
import { WalletCard } from '../wallet-card/WalletCard'
import { WalletSkeleton } from '../wallet-skeleton/WalletSkeleton'
import './WalletList.scss'

export interface WalletListProps {
  list: ReturnType<typeof useWalletList>
  onTill: (coupon: WalletCoupon) => void
}

/** One tab's coupons; none of them is no dead end. */
export function WalletList({ list: { coupons, error, retry }, onTill }: WalletListProps) {
  const { t } = useLocale()
  const centre = { label: t('wallet.centre'), onClick: () => void open('coupons') }

  if (!coupons) return <LoadState error={error} onRetry={retry} skeleton={<WalletSkeleton />} />
  if (coupons.length === 0) return <EmptyState icon="ticket" title={t('wallet.none')} action={centre} />
  return (
    <>
      {coupons.map((coupon) => (
        <WalletCard
          key={coupon.id}
          coupon={coupon}
          onUse={() => void open('category', {})}
          onTill={() => onTill(coupon)}
        />
      ))}
      <Button className="wallet-list__centre" kind="plain" block onClick={centre.onClick}>
        {centre.label}
      </Button>
    </>
  )
}
