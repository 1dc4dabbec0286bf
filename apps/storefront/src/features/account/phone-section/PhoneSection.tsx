import { Text, View } from '@tarojs/components'
import type { Shopper } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { useMyPhone } from '../use-me'
import './PhoneSection.scss'

/** The bound number, and WeChat's button for it. Nothing else waits for it. */
export function PhoneSection({ phone }: Pick<Shopper, 'phone'>) {
  const { t } = useLocale()
  const { busy, notice, bind, unbind } = useMyPhone()
  return (
    <View className="x-card phone-section">
      <Text className="phone-section__title">{t('account.phone')}</Text>
      <Text className="phone-section__now">{phone ? t('account.phoneBound', { phone }) : t('account.phoneNone')}</Text>
      <Text className="phone-section__hint">{t('account.phoneHint')}</Text>
      {notice && (
        <Text className="phone-section__notice" ariaLive="polite">
          {notice}
        </Text>
      )}
      {phone ? (
        <Button block kind="outline" onClick={() => void unbind()}>
          {t('account.unbindPhone')}
        </Button>
      ) : (
        <Button
          block
          kind="outline"
          openType="getPhoneNumber"
          loading={busy}
          onGetPhoneNumber={({ detail }) => void bind(detail)}
        >
          {t('account.bindPhone')}
        </Button>
      )}
    </View>
  )
}
