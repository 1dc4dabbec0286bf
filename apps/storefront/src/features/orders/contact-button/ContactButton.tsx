import { Text } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import './ContactButton.scss'

/** In a bar: the way to customer service, an icon with its name below it. */
export function ContactButton() {
  const { t } = useLocale()
  return (
    <Button kind="plain" openType="contact" label={t('order.contact')} className="contact-button">
      <Icon name="message-circle" />
      <Text>{t('order.contactShort')}</Text>
    </Button>
  )
}
