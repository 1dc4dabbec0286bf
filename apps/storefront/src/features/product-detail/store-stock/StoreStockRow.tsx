import { Text } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Cell } from '../../../ui'
import { open } from '../../../wechat'
import { distanceWords } from '../../stores/distance-words'
import './StoreStockRow.scss'
import type { useStoreStock } from './use-store-stock'

export interface StoreStockRowProps {
  stock: ReturnType<typeof useStoreStock>
  /** Words only, where no other page can be opened. */
  still?: boolean
  className?: string
}

/** 门店有货: in how many stores, the nearest, and the way to them. One line from the start: nothing moves when the answer comes. */
export function StoreStockRow({ stock: { found, failed, hidden }, still = false, className }: StoreStockRowProps) {
  const { t } = useLocale()
  if (hidden) return null
  const nearest = found?.nearest ?? null
  const words = () => {
    if (!found) return failed ? t('inStores.unknown') : t('inStores.looking')
    const { count } = found
    if (count === 0) return t('inStores.none')
    if (!nearest) return t('inStores.some', { count })
    const distance = distanceWords(nearest.distanceMeters ?? 0, t)
    return t('inStores.someAndNearest', { count, name: nearest.name, distance })
  }
  const line = words()
  return (
    <Cell
      title={t('inStores.title')}
      label={`${t('inStores.title')} ${line}`}
      value={<Text className={found || failed ? 'store-stock' : 'store-stock store-stock--looking'}>{line}</Text>}
      onClick={still ? undefined : () => void open('stores', nearest ? { id: nearest.id } : {})}
      className={className}
    />
  )
}
