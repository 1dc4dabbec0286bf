import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Cell } from '../../../ui'
import { open } from '../../../wechat'
import { stateWords } from '../after-sale-words'
import './OrderAfterSales.scss'

/** On an order's card: the newest after-sale that is still going on, if there is one. */
export function OpenAfterSale({ afterSales }: Pick<Order, 'afterSales'>) {
  const { t } = useLocale()
  const going = afterSales.find((afterSale) => afterSale.open)
  if (!going) return null
  return (
    <Cell
      className="open-after-sale"
      icon="rotate-ccw"
      title={t(`afterSale.kind_${going.kind}`)}
      value={stateWords(going, t)}
      valueTone="accent"
      onClick={() => void open('afterSale', { id: going.id })}
    />
  )
}
