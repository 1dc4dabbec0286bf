import { Text, View } from '@tarojs/components'
import { type Translate, useLocale } from '../../../i18n'
import { classNames, Picture, Price } from '../../../ui'
import { type StockNotice, stockNotice } from '../sku-stock'
import type { SkuChoice } from '../use-sku-choice'

function stockWords(notice: StockNotice, t: Translate): string {
  if (notice?.kind === 'sold_out') return t('sku.soldOut')
  if (notice?.kind === 'pickup_only') return t('sku.pickupOnly')
  if (notice?.kind === 'few') return t('sku.few', { count: notice.count })
  return notice?.kind === 'low' ? t('sku.low') : ''
}

/** Stores named before the others are counted. */
const NAMED = 2

function storeWords(names: readonly string[], t: Translate): string {
  const named = names.slice(0, NAMED).join(t('sku.and'))
  return names.length > NAMED
    ? t('sku.inMoreStores', { names: named, count: names.length })
    : t('sku.inStores', { names: named })
}

/** Picture, price, stock and what is chosen or still missing. It follows the choice. `stores`: names of those that alone have it. */
export function SkuSheetHead({ choice, stores }: { choice: SkuChoice; stores: readonly string[] }) {
  const { t } = useLocale()
  const { sku, picture, price, names, missing } = choice
  const reduced = price.compareAt !== null
  const words = missing.length > 0 ? missing.map(({ name }) => name) : names
  const stock = sku ? stockWords(stockNotice(sku), t) : ''
  return (
    <View className="sku-sheet__head">
      <View className="sku-sheet__picture">
        <Picture picture={picture} slot="thumb" shape="card" lazy={false} />
      </View>
      <View className="sku-sheet__facts">
        <View className="sku-sheet__prices">
          <Price fen={price.from} size="large" tone={reduced ? 'accent' : 'ink'} from={price.from !== price.to} />
          {price.compareAt !== null && <Price fen={price.compareAt} size="small" tone="line" />}
        </View>
        {stock !== '' && <Text className="sku-sheet__stock">{stock}</Text>}
        {stores.length > 0 && <Text className="sku-sheet__stores">{storeWords(stores, t)}</Text>}
        {words.length > 0 && (
          <Text className={classNames('sku-sheet__chosen', missing.length > 0 && 'sku-sheet__chosen--missing')}>
            {t(missing.length > 0 ? 'sku.pleaseChoose' : 'sku.chosen', { names: words.join(t('sku.and')) })}
          </Text>
        )}
      </View>
    </View>
  )
}
