import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import {
  citiesOf,
  type StoreWish,
  servicesToChoose,
  storesMatching,
  storesShown,
  usePosition,
  useStores,
} from '../../features/stores'
import { useLocale } from '../../i18n'
import { EmptyState, PageState } from '../../ui'
import { open, useRouteParameters } from '../../wechat'
import '../sentences'
import { CityFilter } from './CityFilter'
import './index.scss'
import { LocationAsk } from './LocationAsk'
import { NearestStore } from './NearestStore'
import { StoreFilters } from './StoreFilters'
import { StoreRow } from './StoreRow'
import { StoresSkeleton } from './StoresSkeleton'

const ANY: StoreWish = { city: null, words: '', openOnly: false, service: null }

/** The stores: found by where one is, by words, by city, and by what they do. It works without a location. */
function StoresPage() {
  const { t } = useLocale()
  usePageTitle(t('stores.title'))
  const position = usePosition()
  const { stores, error, retry } = useStores(position.point)
  const { id } = useRouteParameters('stores')
  const [wish, setWish] = useState(ANY)
  const [shown, setShown] = useState(id)
  const look = (change: Partial<StoreWish>) => setWish((before) => ({ ...before, ...change }))
  useDidShow(() => {
    if (!position.point) void position.lookUp()
  })

  if (!stores) return <PageState error={error} onRetry={retry} skeleton={<StoresSkeleton />} />
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
  const city = wish.city !== null && cities.includes(wish.city) ? wish.city : null
  const found = storesMatching(stores, { ...wish, city })
  const asked = found.find((store) => store.id === shown)
  const { nearest, others } = storesShown(found, null, asked)
  const isNearest = nearest !== asked && found.length === stores.length
  return (
    <View className="x-page stores-page">
      {position.point === null && <LocationAsk position={position} />}
      <StoreFilters wish={wish} services={servicesToChoose(stores)} onWish={look} />
      {cities.length > 1 && <CityFilter cities={cities} chosen={city} onChoose={(chosen) => look({ city: chosen })} />}
      {found.length === 0 && (
        <View className="stores-page__none" ariaLive="polite">
          <EmptyState
            icon="store"
            title={t('locator.none')}
            hint={t('locator.noneHint')}
            action={{ label: t('locator.clear'), onClick: () => setWish(ANY) }}
          />
        </View>
      )}
      {nearest && <NearestStore store={nearest} from={position.point} label={isNearest ? t('stores.nearest') : null} />}
      {others.length > 0 && (
        <View className="stores-page__rows">
          {others.map((store) => (
            <StoreRow key={store.id} store={store} onShow={() => setShown(store.id)} />
          ))}
        </View>
      )}
    </View>
  )
}

export default page(StoresPage)
