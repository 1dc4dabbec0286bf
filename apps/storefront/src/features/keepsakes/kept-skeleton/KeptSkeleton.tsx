import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import '../kept-row/KeptRow.scss'
import './KeptSkeleton.scss'

/** A list of kept products in its shape, while it is on its way. */
export function KeptSkeleton() {
  return (
    <SkeletonGroup>
      <View className="kept-skeleton__head">
        <Skeleton width={64} height={14} />
      </View>
      <View className="kept-rows">
        {[0, 1, 2, 3].map((row) => (
          <View key={row} className="kept-row kept-row__product">
            <View className="kept-row__picture">
              <Skeleton shape="picture" className="kept-skeleton__picture" />
            </View>
            <View className="kept-row__words">
              <Skeleton width="85%" />
              <View className="kept-row__foot">
                <Skeleton width={72} height={20} />
              </View>
            </View>
          </View>
        ))}
      </View>
    </SkeletonGroup>
  )
}
