import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Catalogue } from '../fixtures/catalogue'
import type { Review, State } from './state'

/** A shop nobody has bought in yet; or, from the file, one where orders have been kept. */
export function openState(catalogue: Catalogue, path: string | undefined): State {
  const fresh = freshState(catalogue)
  if (!path || !existsSync(path)) return fresh
  const kept = JSON.parse(readFileSync(path, 'utf8')) as State
  // What the catalogue has got since then is new.
  const reviews = [...fresh.reviews.filter((review) => !kept.reviews.some(isSame(review))), ...kept.reviews]
  return { ...fresh, ...kept, reviews, onHand: { ...fresh.onHand, ...kept.onHand } }
}

const isSame = (one: Review) => (other: Review) =>
  one.sku === other.sku && one.at === other.at && one.nickname === other.nickname

/** Written aside and renamed: a file cut short is no state. */
export function saveState(state: State, path: string | undefined): void {
  if (!path) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, JSON.stringify(state))
  renameSync(`${path}.new`, path)
}

function freshState(catalogue: Catalogue): State {
  const onHand: Record<string, number> = {}
  for (const product of catalogue.bySku.values()) {
    if (product.price) onHand[product.sku] = product.stockAtFirst
  }
  return {
    nextId: 1,
    clockOffset: 0,
    onHand,
    atSources: Object.fromEntries(
      (catalogue.fixture.pickupLocations ?? []).map(({ code, stock = {} }) => [code, { ...stock }]),
    ),
    reserved: {},
    enabled: {},
    prices: {},
    customers: [],
    tokens: [],
    carts: [],
    orders: [],
    orderNumbers: {},
    reviews: catalogue.products.flatMap(({ sku, fixture }) =>
      (fixture.reviews ?? []).map(({ createdAt, ...review }) => ({
        ...review,
        sku,
        at: Date.parse(`${createdAt.replace(' ', 'T')}Z`),
        approved: true,
      })),
    ),
    related: {},
    coupons: [],
    withdrawnCoupons: [],
    compareLists: [],
    subscribers: [],
  }
}
