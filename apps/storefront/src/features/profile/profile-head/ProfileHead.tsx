import { Image, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon } from '../../../ui'
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
      hoverClass={signedIn ? 'none' : 'x-pressed'}
      ariaRole={signedIn ? undefined : 'button'}
      ariaLabel={name}
      onClick={signedIn ? undefined : () => void signIn()}
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
        <Text className="profile-head__hint">{t(signedIn ? 'profile.welcome' : 'profile.signInHint')}</Text>
      </View>
    </View>
  )
}
