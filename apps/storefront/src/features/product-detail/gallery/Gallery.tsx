import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import type { Picture as Photograph } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { previewPictures } from '../../../wechat'
import './Gallery.scss'

/** The photographs, square and as wide as the screen, with their count; a tap shows them whole. */
export function Gallery({ pictures, name }: { pictures: readonly Photograph[]; name: string }) {
  const { t } = useLocale()
  const [place, setPlace] = useState(0)
  const total = pictures.length
  if (total === 0) return <Picture picture={null} slot="full" label={name} />
  const preview = (at: number) =>
    void previewPictures(
      pictures.map(({ full }) => full),
      at,
    )
  return (
    <View className="gallery">
      <Swiper className="gallery__swiper" circular={total > 1} onChange={(event) => setPlace(event.detail.current)}>
        {pictures.map((picture, at) => (
          <SwiperItem key={picture.full}>
            <Picture
              picture={picture}
              slot="full"
              lazy={at > 0}
              label={`${picture.alt || name} ${t('product.picture', { n: at + 1, total })}`}
              onClick={() => preview(at)}
            />
          </SwiperItem>
        ))}
      </Swiper>
      {total > 1 && (
        <View className="gallery__count" ariaHidden>
          <Text>{`${place + 1}/${total}`}</Text>
        </View>
      )}
    </View>
  )
}
