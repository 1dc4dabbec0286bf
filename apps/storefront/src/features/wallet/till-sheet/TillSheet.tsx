import { Text, View } from '@tarojs/components'
import type { WalletCoupon } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Sheet } from '../../../ui'
import { qrPicture } from '../till-qr/qr-picture'
import './TillSheet.scss'

export interface TillSheetProps {
  open: boolean
  coupon: WalletCoupon
  onClose: () => void
}

/** What the cashier scans, or types in groups of four. */
export function TillSheet({ open, coupon: { benefit, name, tillCode }, onClose }: TillSheetProps) {
  const { t } = useLocale()
  const groups = tillCode?.match(/\d{1,4}/g) ?? []
  return (
    <Sheet open={open} onClose={onClose} title={t('wallet.till')}>
      <View className="till-sheet">
        <Text className="till-sheet__benefit">{benefit}</Text>
        <Text className="till-sheet__name">{name}</Text>
        {tillCode && (
          <>
            {/* A screen reader has the digits. */}
            <View className="till-sheet__qr" ariaHidden style={{ backgroundImage: qrPicture(tillCode) }} />
            <Text className="till-sheet__digits">{groups.join(' ')}</Text>
          </>
        )}
        <Text className="till-sheet__hint">{t('wallet.tillHint')}</Text>
      </View>
    </Sheet>
  )
}
