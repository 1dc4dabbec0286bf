import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Stepper } from '../../../ui'
import { toast } from '../../../wechat'
import { limitReason, stockNotice } from '../sku-stock'
import type { SkuChoice } from '../use-sku-choice'

const LIMITS = { stock: 'sku.stockLimit', store: 'sku.storeLimit', per_order: 'sku.orderLimit' } as const

/** How many; at the limit it says which limit that is. */
export function QuantityRow({ choice, name }: { choice: SkuChoice; name: string }) {
  const { t } = useLocale()
  const { sku, quantity, maxQuantity, setQuantity } = choice
  const tellLimit = (limit: 'min' | 'max') => {
    if (limit === 'min') toast(t('sku.atLeastOne'))
    else if (sku && stockNotice(sku)?.kind === 'sold_out') toast(t('sku.chosenSoldOut'))
    else toast(t(LIMITS[sku ? limitReason(sku) : 'per_order'], { count: maxQuantity }))
  }
  return (
    <View className="sku-sheet__quantity">
      <Text className="sku-sheet__option-name">{t('sku.quantity')}</Text>
      <Stepper value={quantity} max={maxQuantity} onChange={setQuantity} onLimit={tellLimit} label={name} />
    </View>
  )
}
