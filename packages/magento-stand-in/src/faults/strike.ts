import { setTimeout as wait } from 'node:timers/promises'
import type { Magento } from '../magento'
import { setPrice } from '../sales/prices'
import { setSalable } from '../sales/stock'

/** What happens in the shop just before an operation is worked on: it takes long, or the world has changed. */
export async function strikeBefore(magento: Magento, operations: readonly string[]): Promise<void> {
  const { faults } = magento
  const slow = faults.strike('slow', operations)
  if (slow) await wait(slow.ms, undefined, { ref: false })
  const gone = faults.strike('stockGone', operations)
  if (gone) setSalable(magento, gone.sku, 0)
  const dearer = faults.strike('priceChange', operations)
  if (dearer) setPrice(magento, dearer.sku, dearer.price)
  const disabled = faults.strike('disableVariant', operations)
  if (disabled) magento.state.enabled[disabled.sku] = false
}
