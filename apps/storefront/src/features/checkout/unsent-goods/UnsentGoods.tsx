import { Text, View } from '@tarojs/components'
import type { Address } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import { placeWords } from '../../delivery/delivery-words'
import { PurchaseLineRow } from '../../orders/purchase-line/PurchaseLineRow'
import type { useUnsent } from '../use-unsent'
import './UnsentGoods.scss'

export interface UnsentGoodsProps {
  unsent: ReturnType<typeof useUnsent>
  address: Address
  onTakeOut: () => void
  onAddress: () => void
}

/** What is not sent to the address, apart from what is: the shopper takes it out, or sends elsewhere. */
export function UnsentGoods({ unsent, address, onTakeOut, onAddress }: UnsentGoodsProps) {
  const { t } = useLocale()
  const { lines, canTakeOut, takingOut } = unsent
  return (
    <View className="x-card unsent-goods">
      <View className="unsent-goods__head" ariaRole="alert" ariaLive="polite">
        <Icon name="info" size={16} />
        <View className="unsent-goods__words">
          <Text className="unsent-goods__title">{t('delivery.unsent', { place: placeWords(address) })}</Text>
          <Text className="unsent-goods__hint">{t(canTakeOut ? 'delivery.unsentHint' : 'delivery.unsentAll')}</Text>
        </View>
      </View>
      {lines.map((line) => (
        <PurchaseLineRow key={line.skuId} line={line} problem={t('delivery.lineUnsent')} />
      ))}
      <View className="unsent-goods__ways">
        <Button kind="outline" size="small" onClick={onAddress}>
          {t('delivery.otherAddress')}
        </Button>
        {canTakeOut && (
          <Button kind="accent-outline" size="small" loading={takingOut} onClick={onTakeOut}>
            {t('delivery.takeOut')}
          </Button>
        )}
      </View>
    </View>
  )
}
