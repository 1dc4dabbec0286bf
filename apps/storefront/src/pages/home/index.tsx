import { View } from '@tarojs/components'
import type { HomeBlock } from '@xiaopu/contract'
import { brand } from '../../../../../config/brand/brand'
import { errorSentence } from '../../api/error-sentence'
import { page, useTabNames } from '../../app-shell'
import { useCartBadge } from '../../features/cart'
import { Block, HomeSearch, HomeSkeleton, HomeTitle, useHome } from '../../features/home'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState } from '../../ui'
import { open, urlOf, usePullToRefresh, useSharing } from '../../wechat'
import './index.scss'

function HomePage() {
  const { locale } = useLocale()
  useTabNames()
  useCartBadge()
  const home = useHome()
  usePullToRefresh(home.refresh)
  useSharing(() => {
    const [name, tagline] = locale === 'en' ? [brand.name.en, brand.tagline.en] : [brand.name.zhCN, brand.tagline.zhCN]
    return { title: `${name} · ${tagline}`, path: urlOf('home') }
  })
  return (
    <View className="home-page">
      <HomeTitle />
      <HomeSearch />
      <HomeBody home={home} />
    </View>
  )
}

function HomeBody({ home: { blocks, error, refresh } }: { home: ReturnType<typeof useHome> }) {
  const { t } = useLocale()
  if (error) return <ErrorState message={errorSentence(error, t)} onRetry={() => void refresh()} />
  if (!blocks) return <HomeSkeleton />
  if (blocks.length === 0)
    return (
      <EmptyState
        icon="store"
        title={t('home.emptyTitle')}
        hint={t('home.emptyHint')}
        action={{ label: t('home.emptyAction'), onClick: () => void open('category') }}
      />
    )
  return (
    <>
      {blocks.map((block, place) => (
        <Block key={keyOf(block, place)} block={block} />
      ))}
    </>
  )
}

/** The merchant's order is all that tells two blocks of one type apart. */
const keyOf = ({ type }: HomeBlock, place: number) => `${place}-${type}`

export default page(HomePage)
