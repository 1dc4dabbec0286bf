import { Text, View } from '@tarojs/components'
import type { PurchaseLine } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { PurchaseLineRow } from '../purchase-line/PurchaseLineRow'
import './GoodsPreview.scss'

/** As many as stand side by side. */
const SHOWN = 4

/** On a card of a list: what it is about. One thing with its name, several as pictures; the last says how many more there are. */
export function GoodsPreview({ lines }: { lines: readonly PurchaseLine[] }) {
  const { t } = useLocale()
  const [only, ...others] = lines
  if (only && others.length === 0) return <PurchaseLineRow line={only} />
  const more = lines.length - SHOWN
  return (
    <View className="goods-preview">
      {lines.slice(0, SHOWN).map((line, place) => (
        <View key={line.skuId} className="goods-preview__place">
          <Picture picture={line.picture} slot="thumb" shape="card" label={line.name} />
          {more > 0 && place === SHOWN - 1 && (
            <Text className="goods-preview__more" ariaLabel={t('orders.moreGoods', { count: more })}>{`+${more}`}</Text>
          )}
        </View>
      ))}
    </View>
  )
}
