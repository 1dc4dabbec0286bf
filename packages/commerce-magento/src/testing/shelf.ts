import type { CommerceBackend } from '@xiaopu/commerce'
import { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'

const PLENTY = 1_000

/** Fills a source so that `pieces` of a SKU can be picked up there, whatever earlier orders still hold of it. */
export async function putOnShelf(
  { catalog, stores }: CommerceBackend,
  { store, code, pieces }: { store: string; code: string; pieces: number },
  fill: (quantity: number) => Promise<void>,
): Promise<void> {
  const name = CONFORMANCE_STORES.find(({ id }) => id === store)!.name.en
  const { id } = (await stores.list({ locale: 'en' })).find((one) => one.name === name)!
  const product = CONFORMANCE_CATALOGUE.find(({ skus }) => skus.some((sku) => sku.code === code))!
  const page = await catalog.products({ locale: 'en' }, { sort: 'relevance', limit: 50 })
  const shown = page!.items.find((one) => one.name === product.name.en)!
  const sku = (await catalog.product({ locale: 'en' }, shown.id))!.skus.find((one) => one.code === code)!
  await fill(PLENTY)
  const there = (await stores.stock([sku.id])).find(({ storeId }) => storeId === id)
  await fill(pieces + PLENTY - (there?.available ?? 0))
}
