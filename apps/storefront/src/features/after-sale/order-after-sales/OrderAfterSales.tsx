import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Cell, CellGroup } from '../../../ui'
import { open } from '../../../wechat'
import { stateWords } from '../after-sale-words'
import './OrderAfterSales.scss'

/** On the order's page: what was asked for, how each stands, and the way there. */
export function OrderAfterSales({ afterSales }: Pick<Order, 'afterSales'>) {
  const { t } = useLocale()
  if (afterSales.length === 0) return null
  return (
    <CellGroup className="order-after-sales">
      {afterSales.map(({ id, kind, state, open: goesOn }) => (
        <Cell
          key={id}
          icon="rotate-ccw"
          title={t(`afterSale.kind_${kind}`)}
          value={stateWords({ state }, t)}
          valueTone={goesOn ? 'accent' : 'quiet'}
          onClick={() => void open('afterSale', { id })}
        />
      ))}
    </CellGroup>
  )
}
