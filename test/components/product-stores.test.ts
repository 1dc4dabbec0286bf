import { shopWith, tap, waitFor } from './harness'

const PAGE = '/goods/product/index?id=mug'

test('门店有货 leads from the product to the stores', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', { name: /^门店 \d 家门店有货$/ }))
  await arriveAt('/stores/list/index')
})

test('a shop without a store to pick up from says nothing of stores, and keeps no place for them any more', async () => {
  const { shop, instead, openPage } = await shopWith()
  instead('findStoresWith', { stores: [] })
  const page = await openPage(PAGE)
  await page.findByText('一只杯子，一整个早晨')
  await waitFor(() => expect(page.queryByText('门店')).toBeNull())
  const release = shop.hold('getProduct')
  const next = await openPage('/goods/product/index?id=kettle')
  release()
  await next.findByText('煮水，也煮时间')
  expect(next.queryByText('门店')).toBeNull()
})
