import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon, type IconName } from '../../../ui'
import { open } from '../../../wechat'
import './MyCards.scss'
import { useMyCounts } from './use-my-counts'

/** What one has put by: coupons and favourites, each with how many. Without a number the card says what it is for. */
export function MyCards({ signedIn }: { signedIn: boolean }) {
  const { t } = useLocale()
  const { coupons, favourites } = useMyCounts(signedIn)
  return (
    <View className="my-cards">
      <Card
        icon="ticket"
        name={t('profile.coupons')}
        note={coupons ? t('profile.couponsUsable', { count: coupons }) : t('profile.couponsNone')}
        onClick={() => void open(coupons ? 'wallet' : 'coupons')}
      />
      <Card
        icon="heart"
        name={t('kept.favourites')}
        note={favourites ? t('cart.pieces', { count: favourites }) : t('profile.favouritesNone')}
        onClick={() => void open('favourites')}
      />
    </View>
  )
}

function Card({ icon, name, note, onClick }: { icon: IconName; name: string; note: string; onClick: () => void }) {
  return (
    <View
      className="my-cards__card"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${name} ${note}`}
      onClick={onClick}
    >
      <Icon name={icon} size={24} className="my-cards__icon" />
      <View className="my-cards__words">
        <Text className="my-cards__name">{name}</Text>
        <Text className="my-cards__note">{note}</Text>
      </View>
    </View>
  )
}
