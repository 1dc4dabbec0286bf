import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'

const PARTS = [
  [88, 104, 88],
  [72, 72, 96, 80],
]

/** The sheet's shape while the shop is asked what there is to choose from. */
export function FilterSkeleton() {
  return (
    <SkeletonGroup>
      {PARTS.map((chips, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <View key={part} className="filter-sheet__part">
          <Skeleton width={56} />
          <View className="filter-sheet__bones">
            {chips.map((width, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
              <View key={place} className="filter-sheet__bone">
                <Skeleton width={width} height={44} />
              </View>
            ))}
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
