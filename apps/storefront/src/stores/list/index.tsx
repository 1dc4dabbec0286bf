import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { citiesOf, storesShown, usePosition, useStores } from '../../features/stores'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState } from '../../ui'
import { open, useRouteParameters } from '../../wechat'
import { CityFilter } from './CityFilter'
import './index.scss'
import { LocationAsk } from './LocationAsk'
import { NearestStore } from './NearestStore'
import { StoreRow } from './StoreRow'
import { StoresSkeleton } from './StoresSkeleton'

function StoresPage() {
  const { t } = useLocale()
  usePageTitle(t('stores.title'))
  const position = usePosition()
  const { stores, error, retry } = useStores(position.point)
  const { id } = useRouteParameters('stores')
  const [city, setCity] = useState<string | null>(null)
  useDidShow(() => {
    if (!position.point) void position.lookUp()
  })

  if (error) return <ErrorState message={errorSentence(error, t)} onRetry={() => void retry()} />
  if (!stores) return <StoresSkeleton />
  if (stores.length === 0)
    return (
      <EmptyState
        icon="store"
        title={t('stores.emptyTitle')}
        hint={t('stores.emptyHint')}
        action={{ label: t('common.backHome'), onClick: () => void open('home') }}
      />
    )
  const cities = citiesOf(stores)
  const chosen = city !== null && cities.includes(city) ? city : null
  const asked = stores.find((store) => store.id === id)
  const { nearest, others } = storesShown(stores, chosen, asked)
  return (
    <View className="x-page stores-page">
      {position.point === null && <LocationAsk position={position} />}
      {cities.length > 1 && <CityFilter cities={cities} chosen={chosen} onChoose={setCity} />}
      {nearest && <NearestStore store={nearest} from={position.point} first={chosen === null && nearest !== asked} />}
      {others.length > 0 && (
        <View className="stores-page__rows">
          {others.map((store) => (
            <StoreRow key={store.id} store={store} />
          ))}
        </View>
      )}
    </View>
  )
}

export default page(StoresPage)
