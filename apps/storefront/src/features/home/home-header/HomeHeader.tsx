import { Text, View } from '@tarojs/components'
import { brand } from '../../../../../../config/brand/brand'
import { useLocale } from '../../../i18n'
import { IconButton, SearchLink } from '../../../ui'
import { barGeometry, open } from '../../../wechat'
import { useScan } from '../../scan/use-scan'
import './HomeHeader.scss'

/** The shop's name, on the line of WeChat's capsule; it stays while the page scrolls. */
export function HomeTitle() {
  const { locale } = useLocale()
  const { statusBarHeight, barHeight, capsuleWidth } = barGeometry()
  return (
    <View className="home-title" style={{ paddingTop: `${statusBarHeight}px` }}>
      <View className="home-title__row" style={{ minHeight: `${barHeight}px`, paddingRight: `${capsuleWidth}px` }}>
        <Text className="home-title__name">{locale === 'en' ? brand.name.en : brand.name.zhCN}</Text>
      </View>
    </View>
  )
}

/** The way into search, and the scanner. */
export function HomeSearch() {
  const { t } = useLocale()
  const scanAndOpen = useScan()
  return (
    <View className="home-search">
      <SearchLink
        className="home-search__pill"
        words={t('home.search')}
        label={t('home.searchLabel')}
        onClick={() => void open('list', {})}
      />
      <IconButton icon="scan-line" label={t('home.scan')} onClick={() => void scanAndOpen()} />
    </View>
  )
}
