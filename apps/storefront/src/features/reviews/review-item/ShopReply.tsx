import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'

/** What the shop answers. */
export function ShopReply({ reply }: { reply: string }) {
  const { t } = useLocale()
  return (
    <View className="review-item__reply">
      <Text className="review-item__replier">{t('reviews.reply')}</Text>
      <Text className="review-item__answer">{reply}</Text>
    </View>
  )
}
