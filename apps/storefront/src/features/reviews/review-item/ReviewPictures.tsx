import { View } from '@tarojs/components'
import type { Picture as Photograph } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { previewPictures } from '../../../wechat'

/** A buyer's own photographs, three in a row; a tap shows them whole. */
export function ReviewPictures({ pictures }: { pictures: readonly Photograph[] }) {
  const { t } = useLocale()
  const preview = (at: number) =>
    void previewPictures(
      pictures.map(({ full }) => full),
      at,
    )
  return (
    <View className="review-item__pictures">
      {pictures.map((picture, at) => (
        <View key={picture.full} className="review-item__picture">
          <Picture
            picture={picture}
            slot="thumb"
            shape="small"
            label={t('reviews.picture', { n: at + 1, total: pictures.length })}
            onClick={() => preview(at)}
          />
        </View>
      ))}
    </View>
  )
}
