import type { Sku } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import type { Restock } from '../use-restock'

/** In the place of the buttons that buy, for what is sold out. */
export function RestockFooter({ sku, restock }: { sku: Sku; restock: Restock }) {
  const { t } = useLocale()
  const waits = restock.waitsFor(sku.id)
  return (
    <Button block kind={waits ? 'outline' : 'solid'} loading={restock.busy} onClick={() => restock.toggle(sku.id)}>
      {t(waits ? 'restock.waits' : 'restock.remind')}
    </Button>
  )
}
