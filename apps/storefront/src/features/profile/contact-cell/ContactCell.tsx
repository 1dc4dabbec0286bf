import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, Cell } from '../../../ui'
import './ContactCell.scss'

/** A row that opens WeChat's customer service. Only the platform's own button may do that, so one lies over the row. */
export function ContactCell() {
  const { t } = useLocale()
  return (
    <View className="contact-cell">
      <Cell arrow icon="message-circle" title={t('profile.service')} />
      <Button kind="plain" openType="contact" label={t('profile.service')} className="contact-cell__button">
        {' '}
      </Button>
    </View>
  )
}
