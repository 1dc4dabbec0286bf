import { Swiper, SwiperItem, View } from '@tarojs/components'
import { useState } from 'react'
import { classNames } from '../../../ui'
import type { BlockOf } from '../blocks'
import { Hero } from '../hero/Hero'
import './Banner.scss'

/** Great pictures, turned by a finger and by nothing else. */
export function Banner({ block: { slides } }: { block: BlockOf<'banner'> }) {
  const [place, setPlace] = useState(0)
  return (
    <View className="banner">
      <Swiper className="banner__swiper" circular onChange={(event) => setPlace(event.detail.current)}>
        {slides.map((slide, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is all that tells two slides apart
          <SwiperItem key={at}>
            <Hero block={slide} />
          </SwiperItem>
        ))}
      </Swiper>
      <View className="banner__dots" ariaHidden>
        {slides.map((_slide, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <View key={at} className={classNames('banner__dot', at === place && 'banner__dot--on')} />
        ))}
      </View>
    </View>
  )
}
