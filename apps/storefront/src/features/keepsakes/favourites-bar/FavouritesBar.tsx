import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, Checkbox, FixedBar } from '../../../ui'
import './FavouritesBar.scss'

export interface FavouritesBarProps {
  allChosen: boolean
  onChooseAll: (chosen: boolean) => void
  count: number
  onRemove: () => void
}

/** The bar while favourites are edited. */
export function FavouritesBar({ allChosen, onChooseAll, count, onRemove }: FavouritesBarProps) {
  const { t } = useLocale()
  return (
    <FixedBar>
      <Checkbox label={t('cart.all')} checked={allChosen} onChange={onChooseAll} />
      <View className="favourites-bar__gap" />
      <Button kind="accent-outline" disabled={count === 0} onClick={onRemove}>
        {count === 0 ? t('cart.remove') : t('cart.removeCount', { count })}
      </Button>
    </FixedBar>
  )
}
