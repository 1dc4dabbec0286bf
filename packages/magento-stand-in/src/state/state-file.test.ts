import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShop, place, readyCart } from '../testing/open-shop'
import { SHOP } from '../testing/shop'

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
  expect(second.control.reviews()).toHaveLength(1)
  await second.close()
  rmSync(folder, { recursive: true })
})

test('what the catalogue has got since is there beside what was kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magento-'))
  const statePath = join(folder, 'state.json')
  const products = SHOP.products.map((product) => ({ ...product, reviews: [] }))
  const first = await openShop({ statePath, catalogue: { ...SHOP, products } })
  expect(first.control.reviews()).toEqual([])
  await first.close()
  const second = await openShop({ statePath })
  expect(second.control.reviews()).toMatchObject([{ sku: 'CHAIR', nickname: '小明', approved: true }])
  await second.close()
  rmSync(folder, { recursive: true })
})
