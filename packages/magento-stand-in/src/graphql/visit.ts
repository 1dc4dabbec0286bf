import type { CatalogueProduct } from '../fixtures/catalogue'
import { type Magento, storeIdOf } from '../magento'
import { type Cents, moneyView } from '../money'
import type { StoreFixture } from '../options'
import type { Customer } from '../state/state'
import { notAuthorized } from './errors'

/** One GraphQL request: to which store view, in which currency, by whom. */
export interface Visit {
  magento: Magento
  store: StoreFixture
  currency: string
  customer: Customer | null
  /** Signed with the integration's keys. */
  integration: boolean
  /** Address of the client, as an order keeps it. */
  ip: string
}

/** What a resolver gives for an object type: values, or functions of the field's arguments. */
export type View = Record<string, unknown>

/** Shows a product wherever another thing has one; given, since products and what has them show each other. */
export type ShowProduct = (product: CatalogueProduct) => View

export function money(visit: Visit, cents: Cents) {
  return moneyView(cents, visit.currency)
}
export function storeId(visit: Visit): number {
  return storeIdOf(visit.magento, visit.store.code)
}

/** @throws graphql-authorization for a guest. */
export function loggedIn(visit: Visit): Customer {
  if (!visit.customer) throw notAuthorized("The current customer isn't authorized.")
  return visit.customer
}

export interface PageArguments {
  pageSize?: number | null
  currentPage?: number | null
}
/** One page of a list, with what Magento says about the pages. */
export function pageOf<Item>(items: Item[], { pageSize, currentPage }: PageArguments) {
  const size = pageSize ?? 20
  const page = currentPage ?? 1
  return {
    items: items.slice((page - 1) * size, page * size),
    total_count: items.length,
    page_info: { current_page: page, page_size: size, total_pages: Math.ceil(items.length / size) },
  }
}
