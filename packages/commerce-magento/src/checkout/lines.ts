import {
  canBuy,
  type Destination,
  type GoodsLine,
  isAmong,
  type Locale,
  lineStatus,
  type PurchaseItem,
  type StoreStock,
  stockOf,
} from '@xiaopu/commerce'
import { type Goods, goneLine, goodsLine } from '../catalog/goods'
import type { Trade } from '../shop'
import type { Pieces } from '../till/till'

/** What a shopper wants to buy, against the shop of now. */
export interface Wanted {
  lines: GoodsLine[]
  goods: Map<string, Goods>
  /** Of the lines that can be bought. */
  pieces: Pieces[]
}

/** One item per SKU: the same SKU asked for twice is asked for once, with both quantities. */
export function joined(items: PurchaseItem[]): PurchaseItem[] {
  const quantities = new Map<string, number>()
  for (const { skuId, quantity } of items) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a number of pieces: ${quantity}`)
    quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity)
  }
  return [...quantities].map(([skuId, quantity]) => ({ skuId, quantity }))
}

export async function wantedOf({ catalogue }: Trade, locale: Locale, items: PurchaseItem[]): Promise<Wanted> {
  const wanted = joined(items)
  const goods = await catalogue.goods(
    locale,
    wanted.map(({ skuId }) => skuId),
  )
  const lines = wanted.map(({ skuId, quantity }) => {
    const found = goods.get(skuId)
    return found ? goodsLine(found, quantity) : goneLine(skuId, quantity)
  })
  return { lines, goods, pieces: piecesOf(lines, goods) }
}

/** The same of what lies in one store: its shelves count, where the whole shop would have enough. */
export function wantedAt(wanted: Wanted, storeId: string, shelves: StoreStock[]): Wanted {
  const lines = wanted.lines.map((line): GoodsLine => {
    if (!canBuy(line.status)) return line
    const known = shelves.find((shelf) => shelf.storeId === storeId && shelf.skuId === line.skuId)
    const there = stockOf(known?.available ?? 0)
    const maxQuantity = Math.min(line.maxQuantity, there.available ?? 0)
    return { ...line, status: lineStatus(there, line.quantity), available: there.available, maxQuantity }
  })
  return { ...wanted, lines, pieces: piecesOf(lines, wanted.goods) }
}

/**
 * The same with what is not sent to the address marked, and left out of what is rung up. `now`: whatever is remembered, the
 * merchant's attribute is read again.
 */
export async function separated(
  { places }: Trade,
  wanted: Wanted,
  address: Destination | null,
  how: { now?: boolean } = {},
): Promise<Wanted> {
  if (!address || !places.has) return wanted
  const keptFrom = await places.of([...wanted.goods.values()], how)
  const lines = wanted.lines.map((line): GoodsLine => {
    const goods = wanted.goods.get(line.skuId)
    const isKept = goods && canBuy(line.status) && isAmong(keptFrom(goods), address)
    return isKept ? { ...line, status: 'undeliverable' } : line
  })
  return { ...wanted, lines, pieces: piecesOf(lines, wanted.goods) }
}

/** Where nothing is sent at all the address is the problem, and not single goods. */
export const unseparated = (lines: GoodsLine[], before: GoodsLine[]): GoodsLine[] =>
  lines.map((line) =>
    line.status === 'undeliverable' ? (before.find(({ skuId }) => skuId === line.skuId) ?? line) : line,
  )

export function piecesOf(lines: GoodsLine[], goods: Map<string, Goods>): Pieces[] {
  return lines.flatMap(({ skuId, quantity, status }) => {
    const found = goods.get(skuId)
    return found && canBuy(status) ? [{ ...found.key, selected: found.selected, quantity }] : []
  })
}

/**
 * Lines of SKUs the till would not take. What the catalogue says of them now counts; where it still says that they can
 * be bought, Magento has the last word and they are sold out.
 */
export async function marked(trade: Trade, locale: Locale, wanted: Wanted, skus: string[]): Promise<GoodsLine[]> {
  const refused = wanted.lines.filter(({ skuId }) => skus.includes(wanted.goods.get(skuId)?.key.sku ?? ''))
  const now = await wantedOf(trade, locale, refused)
  const said = new Map(now.lines.map((line) => [line.skuId, line]))
  return wanted.lines.map((line): GoodsLine => {
    const told = said.get(line.skuId)
    if (!told) return line
    return canBuy(told.status) ? { ...told, status: 'sold_out', available: 0, maxQuantity: 0 } : told
  })
}
