import type { Sku } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { isPickupOnly } from '../../sku'
import type { Restock } from '../use-restock'

/** In the place of the buttons that buy, for what is sold out; below them, quietly, for what only a store has. */
export function RestockFooter({ sku, restock }: { sku: Sku; restock: Restock }) {
  const { t } = useLocale()
  const waits = restock.waitsFor(sku.id)
  const beside = isPickupOnly(sku)
  const kind = beside ? 'plain' : waits ? 'outline' : 'solid'
  return (
    <Button block kind={kind} loading={restock.busy} onClick={() => restock.toggle(sku.id)}>
      {t(waits ? 'restock.waits' : beside ? 'restock.remindToSend' : 'restock.remind')}
    </Button>
  )
}
