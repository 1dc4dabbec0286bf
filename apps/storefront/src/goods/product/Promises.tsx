import type { Product } from '@xiaopu/contract'
import { brand } from '../../../../../config/brand/brand'
import { deliveryCost, shippingPromise } from '../../features/product-detail'
import { useLocale } from '../../i18n'
import { Cell, CellGroup } from '../../ui'

export interface PromisesProps {
  product: Product
  /** The chosen values in words, as far as they are chosen. */
  chosen: readonly string[]
  /** Left out where nothing can be bought: then there is nothing to choose either. */
  onChoose?: () => void
}

/** The rows below the name: what is chosen, delivery, service. */
export function Promises({ product, chosen, onChoose }: PromisesProps) {
  const { t, locale } = useLocale()
  const { options, available, shipsWithinHours, freeShippingFrom } = product
  const missing = options.length > chosen.length
  const names = (missing ? options.map(({ name }) => name) : chosen).join(t('product.and'))
  const promises = locale === 'en' ? brand.promises.en : brand.promises.zhCN
  const delivery = [shippingPromise(shipsWithinHours, t), deliveryCost(freeShippingFrom, t)]
  return (
    <CellGroup className="product-page__promises">
      {available && onChoose && options.length > 0 && (
        <Cell
          title={t('product.chosen')}
          value={missing ? t('product.choose', { names }) : names}
          onClick={onChoose}
          className="product-page__promise"
        />
      )}
      <Cell
        title={t('product.delivery')}
        value={delivery.filter(Boolean).join(' · ')}
        className="product-page__promise"
      />
      {promises.length > 0 && (
        <Cell title={t('product.service')} value={promises.join(' · ')} className="product-page__promise" />
      )}
    </CellGroup>
  )
}
