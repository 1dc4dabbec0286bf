import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { AfterSaleList } from '../../features/after-sale/after-sale-list/AfterSaleList'
import { useAfterSales } from '../../features/after-sale/use-after-sales'
import { useLocale } from '../../i18n'
import { usePullToRefresh } from '../../wechat'
import '../sentences'

/** Own refunds, returns and exchanges. */
function AfterSalesPage() {
  const { t } = useLocale()
  usePageTitle(t('afterSale.listTitle'))
  const list = useAfterSales()
  usePullToRefresh(list.readAgain)
  useDidShow(() => void list.readAgain())
  return (
    <View className="x-page">
      <AfterSaleList list={list} />
    </View>
  )
}

export default page(AfterSalesPage)
