import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { learnMyStore, usePosition, useStoreActions, useStores } from '../../features/stores'
import { isPlaced } from '../../features/stores/map-marks'
import { useLocale } from '../../i18n'
import { Button, EmptyState, PageState } from '../../ui'
import { open, toast, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'
import { LocationAsk } from './LocationAsk'
import { NearestStore } from './NearestStore'
import { StoreFilters, type StoresView } from './StoreFilters'
import { StoreMap } from './StoreMap'
import { StoreRow } from './StoreRow'
import { StoresSkeleton } from './StoresSkeleton'
import { useStoreList } from './use-store-list'

/** The stores: found by where one is, by words, by city, by what they do, and on the map. It works without a location. */
function StoresPage() {
  const { t } = useLocale()
  usePageTitle(t('stores.title'))
  const position = usePosition()
  const { stores, error, retry } = useStores(position.point)
  const { id } = useRouteParameters('stores')
  const list = useStoreList(stores, id)
  const { go } = useStoreActions()
  const [view, setView] = useState<StoresView>('list')
  useDidShow(() => {
    if (!position.point) void position.lookUp()
    void learnMyStore()
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
  const { wish, cities, city, found, nearest, others } = list
  const onMap = view === 'map'
  const off = found.filter((store) => !isPlaced(store)).length
  return (
    <View className="x-page stores-page">
      {position.point === null && <LocationAsk position={position} />}
      <StoreFilters
        wish={wish}
        services={list.services}
        cities={cities}
        city={city}
        onWish={list.look}
        view={view}
        onView={setView}
      />
      {list.asking && (
        <Text className="stores-page__asking" ariaLive="polite">
          {t('locator.asking')}
        </Text>
      )}
      {found.length === 0 && !list.asking && (
        <View className="stores-page__none" ariaLive="polite">
          <EmptyState
            icon="store"
            title={t('locator.none')}
            hint={t('locator.noneHint')}
            action={{ label: t('locator.clear'), onClick: list.clear }}
          />
        </View>
      )}
      {onMap && (
        <StoreMap
          stores={found}
          chosen={nearest?.id}
          me={position.point}
          narrowed={list.narrowed}
          onChoose={list.show}
          onOpen={list.openGroup}
          onGo={(store) => void go(store)}
          onFailed={() => {
            setView('list')
            toast(t('locator.mapFailed'))
          }}
        />
      )}
      {onMap && off > 0 && <Text className="stores-page__off">{t('locator.offMap', { count: off })}</Text>}
      {list.inGroup && (
        <View className="stores-page__group">
          <Text className="stores-page__group-words">{t('locator.inGroup', { count: found.length })}</Text>
          <Button size="small" kind="plain" onClick={list.leaveGroup}>
            {t('locator.leaveGroup')}
          </Button>
        </View>
      )}
      {nearest && (
        <NearestStore
          store={nearest}
          from={onMap ? null : position.point}
          label={list.isNearest ? t('stores.nearest') : null}
        />
      )}
      {others.length > 0 && (
        <View className="stores-page__rows">
          {others.map((store) => (
            <StoreRow key={store.id} store={store} onShow={() => list.show(store)} />
          ))}
        </View>
      )}
    </View>
  )
}

export default page(StoresPage)
