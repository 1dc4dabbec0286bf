import type { Product } from '@xiaopu/contract'
import { brand } from '../../../../../config/brand/brand'
import { DeliveryRow } from '../../features/delivery/delivery-row/DeliveryRow'
import type { useDelivery } from '../../features/delivery/use-delivery'
import {
  deliveryCost,
  StoreStockRow,
  shippingPromise,
  standingOf,
  type useStoreStock,
} from '../../features/product-detail'
import { useLocale } from '../../i18n'
import { Cell, CellGroup } from '../../ui'

export interface PromisesProps {
  product: Product
  /** The chosen values in words, as far as they are chosen. */
  chosen: readonly string[]
  /** The chosen SKU, or whatever would be chosen, lies in stores alone. */
  pickupOnly: boolean
  delivery: ReturnType<typeof useDelivery>
  /** Left out where nothing can be chosen: then what holds everywhere is said. */
  region?: { open: boolean; onOpen: (open: boolean) => void }
  inStores: ReturnType<typeof useStoreStock>
  /** Left out where nothing can be bought: then there is nothing to choose either. */
  onChoose?: () => void
}

/** The rows below the name: what is chosen, delivery, service. */
export function Promises({ product, chosen, pickupOnly, delivery, region, inStores, onChoose }: PromisesProps) {
  const { t, locale } = useLocale()
  const { options, shipsWithinHours } = product
  const { freeShippingFrom = product.freeShippingFrom } = delivery
  const missing = options.length > chosen.length
  const names = (missing ? options.map(({ name }) => name) : chosen).join(t('product.and'))
  const promises = locale === 'en' ? brand.promises.en : brand.promises.zhCN
  const promise = [shippingPromise(shipsWithinHours, t), deliveryCost(freeShippingFrom, t)].filter(Boolean).join(' · ')
  return (
    <CellGroup className="product-page__promises">
      {standingOf(product) !== 'sold_out' && onChoose && options.length > 0 && (
        <Cell
          title={t('product.chosen')}
          value={missing ? t('product.choose', { names }) : names}
          onClick={onChoose}
          className="product-page__promise"
        />
      )}
      {region ? (
        <DeliveryRow
          delivery={delivery}
          promise={promise}
          pickupOnly={pickupOnly}
          {...region}
          className="product-page__promise"
        />
      ) : (
        <Cell
          title={t('product.delivery')}
          value={pickupOnly ? t('sku.pickupOnly') : promise}
          className="product-page__promise"
        />
      )}
      <StoreStockRow stock={inStores} still={!region} className="product-page__promise" />
      {promises.length > 0 && (
        <Cell title={t('product.service')} value={promises.join(' · ')} className="product-page__promise" />
      )}
    </CellGroup>
  )
}
