import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShop, place, readyCart } from '../testing/open-shop'

test('orders, stock and numbers outlive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magento-'))
  const statePath = join(folder, 'deep', 'state.json')
  const first = await openShop({ statePath })
  await place(first, await readyCart(first, 'LAMP', 2))
  await first.close()
  const second = await openShop({ statePath })
  expect(second.control.salable('LAMP')).toBe(3)
  const { data } = await place(second, await readyCart(second, 'LAMP'))
  expect(data.placeOrder.orderV2.number).toBe('000000002')
  await second.close()
  rmSync(folder, { recursive: true })
})
