import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import './PreviewBar.scss'

/** Says that this is not what shoppers see, and leads to what they do. */
export function PreviewBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useLocale()
  return (
    <View className="preview-bar" ariaRole="status">
      <Text className="preview-bar__words">{t('home.preview')}</Text>
      <Button size="small" kind="outline" onClick={onLeave}>
        {t('home.previewLeave')}
      </Button>
    </View>
  )
}
