import { View } from '@tarojs/components'
import type { HomeBlock } from '@xiaopu/contract'
import { brand } from '../../../../../config/brand/brand'
import { isGone } from '../../api/one-thing'
import { page, useTabNames } from '../../app-shell'
import { useCartBadge } from '../../features/cart'
import { Block, HomeSearch, HomeSkeleton, HomeTitle, PreviewBar, useHome } from '../../features/home'
import { useLocale } from '../../i18n'
import { EmptyState, LoadState } from '../../ui'
import { open, urlOf, usePullToRefresh, useRouteParameters, useSharing } from '../../wechat'
import './index.scss'

function HomePage() {
  const { locale } = useLocale()
  useTabNames()
  useCartBadge()
  const { preview } = useRouteParameters('home')
  const home = useHome(preview)
  usePullToRefresh(home.refresh)
  useSharing(() => {
    const [name, tagline] = locale === 'en' ? [brand.name.en, brand.tagline.en] : [brand.name.zhCN, brand.tagline.zhCN]
    return { title: `${name} · ${tagline}`, path: urlOf('home') }
  })
  return (
    <View className="home-page">
      <HomeTitle />
      <HomeSearch />
      {home.blocks && home.leavePreview && <PreviewBar onLeave={home.leavePreview} />}
      <HomeBody home={home} />
    </View>
  )
}

function HomeBody({ home }: { home: ReturnType<typeof useHome> }) {
  const { t } = useLocale()
  const { blocks, receivedAt, error, refresh, leavePreview } = home
  const over = leavePreview !== null && isGone(error)
  if (!blocks)
    return (
      <LoadState
        gone={
          over && {
            icon: 'clock',
            title: t('home.previewOver'),
            action: { label: t('home.previewLeave'), onClick: leavePreview },
          }
        }
        error={error}
        onRetry={refresh}
        skeleton={<HomeSkeleton />}
      />
    )
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
        <Block key={keyOf(block, place)} block={block} receivedAt={block.type === 'countdown' ? receivedAt : 0} />
      ))}
    </>
  )
}

/** The merchant's order is all that tells two blocks of one type apart. */
const keyOf = ({ type }: HomeBlock, place: number) => `${place}-${type}`

export default page(HomePage)
