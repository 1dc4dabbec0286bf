import { Image, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon } from '../../../ui'
import { open } from '../../../wechat'
import type { useShopper } from '../use-shopper'
import './ProfileHead.scss'

/** Avatar and name; before there is a session, the way to one. */
export function ProfileHead({ shopper, signedIn, signingIn, signIn }: ReturnType<typeof useShopper>) {
  const { t } = useLocale()
  const name = signedIn
    ? (shopper?.nickname ?? t('profile.nameless'))
    : t(signingIn ? 'profile.signingIn' : 'profile.signIn')
  return (
    <View
      className="profile-head"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={signedIn ? `${name} ${t('profile.edit')}` : name}
      onClick={() => void (signedIn ? open('me') : signIn())}
    >
      <View className="profile-head__avatar">
        {shopper?.avatar ? (
          <Image className="profile-head__picture" src={shopper.avatar} mode="aspectFill" />
        ) : (
          <Icon name="user-round" size={32} />
        )}
      </View>
      <View className="profile-head__words">
        <Text className="profile-head__name">{name}</Text>
        <Text className="profile-head__hint">{t(signedIn ? 'profile.edit' : 'profile.signInHint')}</Text>
      </View>
      {signedIn && <Icon name="chevron-right" size={16} />}
    </View>
  )
}
