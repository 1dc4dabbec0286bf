import { useReachBottom } from '@tarojs/taro'
import { useLocale } from '../../../i18n'
import { EmptyState, LoadMore, LoadState, LongList } from '../../../ui'
import { open } from '../../../wechat'
import { OrdersSkeleton } from '../../orders/orders-skeleton/OrdersSkeleton'
import { AfterSaleCard } from '../after-sale-card/AfterSaleCard'
import type { useAfterSales } from '../use-after-sales'

/** All of them, and at the end whether there are more. None is good news, with a way on. */
export function AfterSaleList({ list }: { list: ReturnType<typeof useAfterSales> }) {
  const { t } = useLocale()
  const { afterSales, error, end, more, retry } = list
  useReachBottom(more)

  if (!afterSales) return <LoadState error={error} onRetry={retry} skeleton={<OrdersSkeleton />} />
  if (afterSales.length === 0)
    return (
      <EmptyState
        icon="package-check"
        title={t('afterSale.empty')}
        hint={t('afterSale.emptyHint')}
        action={{ label: t('afterSale.seeOrders'), onClick: () => void open('orders', {}) }}
      />
    )
  return (
    <>
      <LongList items={afterSales} size={10}>
        {(part) =>
          part.map((afterSale) => (
            <AfterSaleCard
              key={afterSale.id}
              afterSale={afterSale}
              onOpen={() => void open('afterSale', { id: afterSale.id })}
            />
          ))
        }
      </LongList>
      <LoadMore state={end} onRetry={retry} />
    </>
  )
}
