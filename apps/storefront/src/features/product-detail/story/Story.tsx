import { Text, View } from '@tarojs/components'
import type { Product } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { paragraphsOf } from '../product-words'
import './Story.scss'

/** What there is to tell, and the photographs over the full width in their own shape; the first stands on top of the page already. */
export function Story({ product }: { product: Product }) {
  const { t } = useLocale()
  const pictures = product.pictures.slice(1)
  const paragraphs = paragraphsOf(product.description)
  if (paragraphs.length === 0 && pictures.length === 0) return null
  return (
    <View className="story">
      {paragraphs.length > 0 && (
        <View className="story__words">
          <Text className="story__title">{t('product.story')}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="story__paragraph" userSelect>
              {paragraph}
            </Text>
          ))}
        </View>
      )}
      {pictures.map((picture) => (
        <Picture
          key={picture.full}
          picture={picture}
          slot="full"
          ratio={picture.width / picture.height}
          label={picture.alt}
        />
      ))}
    </View>
  )
}
