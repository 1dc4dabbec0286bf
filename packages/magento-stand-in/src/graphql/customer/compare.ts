import { textOf } from '../../fixtures/catalogue'
import { fromUid, secretId, uid } from '../../ids'
import type { Customer, State } from '../../state/state'
import { productView } from '../catalog/product-view'
import { noSuchEntity } from '../errors'
import { loggedIn, type View, type Visit } from '../visit'

type CompareList = State['compareLists'][number]

export function createCompareList(visit: Visit, { input }: { input?: { products?: string[] | null } | null }): View {
  const list: CompareList = { uid: secretId(), customerId: visit.customer?.id ?? null, skus: [] }
  visit.magento.state.compareLists.push(list)
  put(visit, list, input?.products ?? [])
  return listView(visit, list)
}
export function compareList(visit: Visit, { uid: wanted }: { uid: string }): View {
  return listView(visit, find(visit, wanted))
}
export function addProductsToCompareList(
  visit: Visit,
  { input }: { input: { uid: string; products: string[] } },
): View {
  const list = find(visit, input.uid)
  put(visit, list, input.products)
  return listView(visit, list)
}
export function removeProductsFromCompareList(
  visit: Visit,
  { input }: { input: { uid: string; products: string[] } },
): View {
  const list = find(visit, input.uid)
  const gone = input.products.map((one) => visit.magento.catalogue.byId.get(fromUid(one))?.sku)
  list.skus = list.skus.filter((sku) => !gone.includes(sku))
  return listView(visit, list)
}
export function assignCompareListToCustomer(visit: Visit, { uid: wanted }: { uid: string }): View {
  const list = find(visit, wanted)
  list.customerId = loggedIn(visit).id
  return { result: true, compare_list: listView(visit, list) }
}
export function compareListOf(visit: Visit, { id }: Customer): View | null {
  const list = visit.magento.state.compareLists.find(({ customerId }) => customerId === id)
  return list ? listView(visit, list) : null
}

function find({ magento, customer }: Visit, wanted: string): CompareList {
  const list = magento.state.compareLists.find((one) => one.uid === wanted)
  if (!list || (list.customerId !== null && list.customerId !== customer?.id)) {
    throw noSuchEntity('The specified compare list ID does not exist.')
  }
  return list
}
function put({ magento }: Visit, list: CompareList, products: string[]): void {
  for (const product of products.map((one) => magento.catalogue.byId.get(fromUid(one)))) {
    if (product && !list.skus.includes(product.sku)) list.skus.push(product.sku)
  }
}
function listView(visit: Visit, { uid: id, skus }: CompareList): View {
  const { magento, store } = visit
  const products = skus.flatMap((sku) => magento.catalogue.bySku.get(sku) ?? [])
  return {
    uid: id,
    item_count: products.length,
    attributes: [
      { code: 'sku', label: 'SKU' },
      { code: 'description', label: 'Description' },
    ],
    items: () =>
      products.map((product) => ({
        uid: uid(product.id),
        product: productView(visit, product),
        attributes: [
          { code: 'sku', value: product.sku },
          { code: 'description', value: textOf(product.fixture.description, store.code) },
        ],
      })),
  }
}
