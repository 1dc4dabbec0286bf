import { View } from '@tarojs/components'
import type { Picture } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { PictureRow } from '../../../ui'
import { previewPictures } from '../../../wechat'

/** A buyer's own photographs, three in a row; a tap shows them whole. */
export function ReviewPictures({ pictures }: { pictures: readonly Picture[] }) {
  const { t } = useLocale()
  const urls = pictures.map(({ full }) => full)
  return (
    <View className="review-item__pictures">
      <PictureRow
        columns={3}
        pictures={pictures}
        label={(at) => t('reviews.picture', { n: at + 1, total: pictures.length })}
        onOpen={(at) => void previewPictures(urls, at)}
      />
    </View>
  )
}
