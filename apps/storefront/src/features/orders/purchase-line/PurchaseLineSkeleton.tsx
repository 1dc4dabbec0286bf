import { View } from '@tarojs/components'
import { Skeleton } from '../../../ui'
import './PurchaseLineRow.scss'

/** The shape of {@link PurchaseLineRow}. */
export function PurchaseLineSkeleton() {
  return (
    <View className="purchase-line">
      <Skeleton shape="picture" className="purchase-line__picture" width={72} />
      <View className="purchase-line__words">
        <Skeleton width="80%" />
        <Skeleton width="40%" className="purchase-line__bone" />
      </View>
    </View>
  )
}
