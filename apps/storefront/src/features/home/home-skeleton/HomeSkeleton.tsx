import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './HomeSkeleton.scss'

/** The page's shape while it is on its way: picture, shortcuts, a row of goods. */
export function HomeSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton shape="picture" ratio={4 / 3} className="home-skeleton__hero" />
      <View className="home-skeleton__shortcuts">
        {[0, 1, 2, 3, 4, 5].map((place) => (
          <View key={place} className="home-skeleton__shortcut">
            <Skeleton shape="circle" width={56} height={56} />
            <Skeleton width={32} height={12} className="home-skeleton__label" />
          </View>
        ))}
      </View>
      <View className="home-skeleton__goods">
        <Skeleton width={72} height={24} />
        <View className="home-skeleton__row">
          {[0, 1, 2].map((place) => (
            <View key={place} className="home-skeleton__card">
              <Skeleton shape="picture" />
              <Skeleton width="80%" height={14} className="home-skeleton__label" />
              <Skeleton width="50%" height={14} className="home-skeleton__label" />
            </View>
          ))}
        </View>
      </View>
    </SkeletonGroup>
  )
}
