import { View } from '@tarojs/components'
import { Skeleton } from '../../../ui'
import './AddressCard.scss'

/** The card's place while the book is asked for the default. */
export function AddressSkeleton() {
  return (
    <View className="x-card address-card" ariaHidden>
      <View className="address-card__main">
        <Skeleton className="address-card__round" shape="circle" width={36} height={36} />
        <View className="address-card__words">
          <Skeleton width="48%" />
          <Skeleton className="address-card__bone" width="88%" />
        </View>
      </View>
    </View>
  )
}
